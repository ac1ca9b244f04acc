using System.Text.Json.Serialization;

namespace TalentPortal.Core.TalentCards.Benefits;

/// <summary>On what a card's level may rest.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BasisKind>))]
public enum BasisKind
{
    /// <summary>A recognition; its code is a level of <c>recognition-levels</c>.</summary>
    Recognition,

    /// <summary>A professional title; a grade of <c>title-grades</c>.</summary>
    Title,

    /// <summary>A degree; a code of <c>degrees</c>.</summary>
    Degree,

    /// <summary>An honour; a level of <c>award-levels</c>.</summary>
    Honour,
}
