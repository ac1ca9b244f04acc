using System.Text.Json;
using TalentPortal.Core.Applications;

namespace TalentPortal.Core.Seeding;

/// <summary>A case of the demonstration: who hands in what, and how officers answer.</summary>
public sealed record DemoCaseSeed
{
    /// <summary>Names the case for ever: its operations' ids come from it.</summary>
    public required string Key { get; init; }

    /// <summary>The account that hands it in.</summary>
    public required string By { get; init; }

    /// <summary>On what ground it is for somebody else; absent for an own one.</summary>
    public string? OnBehalfBasis { get; init; }

    /// <summary>Code or key of the service item.</summary>
    public required string ServiceItem { get; init; }

    /// <summary>Answers by field code.</summary>
    public required JsonElement Answers { get; init; }

    /// <summary>Materials: each a PNG of that name beside the file.</summary>
    public IReadOnlyList<string> Materials { get; init; } = [];

    /// <summary>Decisions, in order.</summary>
    public IReadOnlyList<DemoDecisionSeed> Steps { get; init; } = [];
}

/// <summary>A decision of the demonstration.</summary>
public sealed record DemoDecisionSeed
{
    /// <summary>The officer's account.</summary>
    public required string By { get; init; }

    /// <summary>In which review step.</summary>
    public required string Step { get; init; }

    /// <summary>One of the step's outcomes.</summary>
    public required string Outcome { get; init; }

    /// <summary>Why.</summary>
    public string Reason { get; init; } = "";

    /// <summary>What the step's review forms ask for, by field code; absent where they ask for nothing.</summary>
    public JsonElement? Fields { get; init; }

    /// <summary>What is to be supplied.</summary>
    public IReadOnlyList<SupplementGap> Gaps { get; init; } = [];
}
