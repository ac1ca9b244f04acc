using System.Text.Json;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Standards.Parameters;

/// <summary>One number or word of policy, for a span of time.</summary>
public sealed record Parameter
{
    /// <summary>Its name, such as <c>clock.decideDays</c>.</summary>
    public required string Key { get; init; }

    /// <summary>A number, a text, true or false.</summary>
    public required JsonElement Value { get; init; }

    /// <summary>What it is measured in.</summary>
    public required ParameterUnit Unit { get; init; }

    /// <summary>What it means, in Chinese, for administrators.</summary>
    public required string Zh { get; init; }

    /// <summary>What it means, in English.</summary>
    public required string En { get; init; }

    /// <summary>How far it can be trusted.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>Where it comes from.</summary>
    public required string Source { get; init; }

    /// <summary>The first day on which it holds.</summary>
    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>The first day on which it does not hold any more; null while it does.</summary>
    public DateOnly? EffectiveTo { get; init; }

    /// <summary>Who approved it; null while nobody has.</summary>
    public string? ApprovedBy { get; init; }

    /// <summary>The least that makes sense, where the unit does not say it; null: nothing but the unit's own bound.</summary>
    public decimal? Min { get; init; }

    /// <summary>The most that makes sense; null: no bound.</summary>
    public decimal? Max { get; init; }

    /// <summary>The form of a text, as a regular expression that matches all of it; null: any.</summary>
    public string? Pattern { get; init; }

    /// <summary>Whether it holds on that day.</summary>
    public bool IsEffectiveOn(DateOnly on) => EffectiveFrom <= on && (EffectiveTo is not { } to || on < to);
}
