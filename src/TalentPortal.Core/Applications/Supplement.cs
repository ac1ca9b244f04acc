using TalentPortal.Core.Cases;

namespace TalentPortal.Core.Applications;

/// <summary>The state of a supplement.</summary>
public enum SupplementStatus
{
    /// <summary>The applicant has to answer.</summary>
    Open,

    /// <summary>Answered.</summary>
    Answered,

    /// <summary>Not answered in time.</summary>
    Lapsed,

    /// <summary>No longer asked for.</summary>
    Cancelled,
}

/// <summary>The one list of gaps that the applicant is asked to fill (administrative licensing law, article 32, by analogy).</summary>
public sealed record Supplement
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>The workflow's wait.</summary>
    public required string BookmarkId { get; init; }

    /// <summary>Its state.</summary>
    public SupplementStatus Status { get; init; } = SupplementStatus.Open;

    /// <summary>The gaps, a JSON list of <see cref="SupplementGap"/>.</summary>
    public required string Gaps { get; init; }

    /// <summary>What the officer adds in own words.</summary>
    public string Note { get; init; } = "";

    /// <summary>Which officer asked.</summary>
    public Guid? RequestedBy { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>Last day to answer.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>When it ended, UTC.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    internal static SpineTable<Supplement> Table { get; } =
        new("supplements", 60, new SpineTableOptions { Jsonb = [nameof(Gaps)], LoadOrder = "requested_at, id", Audited = true });
}

/// <summary>One gap: a form field or a material, and what is missing there.</summary>
/// <param name="Kind"><c>field</c> or <c>material</c>.</param>
/// <param name="Target">The field's or the material's code.</param>
/// <param name="Note">What is missing, in the officer's words.</param>
public sealed record SupplementGap(string Kind, string Target, string Note);
