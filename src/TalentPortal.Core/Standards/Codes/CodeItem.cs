using System.Globalization;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Standards.Codes;

/// <summary>One code of a table. Only the code is stored; the labels are looked up.</summary>
public sealed record CodeItem
{
    /// <summary>The code as the standard writes it, with leading zeros.</summary>
    public required string Code { get; init; }

    /// <summary>The Chinese label.</summary>
    public required string Zh { get; init; }

    /// <summary>The English label.</summary>
    public required string En { get; init; }

    /// <summary>The code above this one in the same table.</summary>
    public string? Parent { get; init; }

    /// <summary>The first day on which the code may be chosen; null from ever.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>The first day on which it may not be chosen any more; null while it is in use.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>Where this row comes from, when not from the table's source.</summary>
    public string? Source { get; init; }

    /// <summary>How far this row can be trusted, when otherwise than the table.</summary>
    public Provenance? Provenance { get; init; }

    /// <summary>What else the row says, by name, such as <c>grade</c> of a title.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Whether the code may be chosen on that day.</summary>
    public bool IsValidOn(DateOnly on) => (ValidFrom is not { } from || from <= on) && (ValidTo is not { } to || on < to);

    /// <summary>The label in the language of the culture: Chinese, else English.</summary>
    public string Label(CultureInfo culture) =>
        string.Equals(culture.TwoLetterISOLanguageName, "zh", StringComparison.Ordinal) ? Zh : En;
}
