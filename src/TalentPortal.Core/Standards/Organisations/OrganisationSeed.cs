using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Standards.Organisations;

/// <summary>A unit as the seed data describe it.</summary>
public sealed record OrganisationSeed
{
    /// <summary>Natural key, never changed.</summary>
    public required string Code { get; init; }

    /// <summary>Chinese name.</summary>
    public required string Zh { get; init; }

    /// <summary>English name.</summary>
    public required string En { get; init; }

    /// <summary>
    /// What it is, in camelCase: district, leadingGroup, talentOffice, department, jointCheckUnit, town, village, university, firm.
    /// </summary>
    public required string Kind { get; init; }

    /// <summary>The code of the unit above it.</summary>
    public string? Parent { get; init; }

    /// <summary>Region: 6 digits (GB/T 2260), 9 (town) or 12 (village).</summary>
    public required string Region { get; init; }

    /// <summary>GB 32100 code.</summary>
    public string? CreditCode { get; init; }

    /// <summary>government or party: which remedy a result notice names; null where the unit decides nothing.</summary>
    public string? DecidingBodyKind { get; init; }

    /// <summary>The first day of its existence here.</summary>
    public required DateOnly ActiveFrom { get; init; }

    /// <summary>How it is reached.</summary>
    public OrganisationContact? Contact { get; init; }

    /// <summary>How far the row can be trusted.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>Where the row comes from, when not from the file's source.</summary>
    public string? Source { get; init; }
}
