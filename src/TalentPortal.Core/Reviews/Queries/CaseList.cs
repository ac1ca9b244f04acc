using TalentPortal.Core.Applications;
using TalentPortal.Core.Catalogue;

namespace TalentPortal.Core.Reviews.Queries;

/// <summary>What a list of cases is narrowed to; everything null lists all.</summary>
public sealed record CaseListFilter
{
    /// <summary>The whole number, 32 characters without hyphens.</summary>
    public string? Number { get; init; }

    /// <summary>Blind index of the subject's citizen number.</summary>
    public byte[]? CitizenIndex { get; init; }

    /// <summary>The beginning of the subject's name.</summary>
    public string? NamePrefix { get; init; }

    /// <summary>Where it stands.</summary>
    public ApplicationStatus? Status { get; init; }

    /// <summary>Code of the service item.</summary>
    public string? ServiceItem { get; init; }

    /// <summary>The town that checks it.</summary>
    public Guid? TownId { get; init; }

    /// <summary>Whether only cases that no town checks.</summary>
    public bool WithoutTown { get; init; }

    /// <summary>Whether only cases handed in and not closed.</summary>
    public bool OnlyOpen { get; init; }
}

/// <summary>One case of a list.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Number">Its number without hyphens.</param>
/// <param name="SubjectMasked">The subject's name, masked.</param>
/// <param name="ServiceItem">Name of the service item.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Step">The step it is in; null when closed.</param>
/// <param name="Town">The town that checks it.</param>
/// <param name="SubmittedAt">When it was handed in, UTC.</param>
public sealed record CaseListRow(Guid CaseId, string Number, string SubjectMasked, LocalizedText ServiceItem, ApplicationStatus Status,
    LocalizedText? Step, LocalizedText? Town, DateTimeOffset SubmittedAt);

/// <summary>One page of a list.</summary>
/// <param name="Rows">The cases, the newest first.</param>
/// <param name="Total">How many there are in all.</param>
/// <param name="Next">Where the next page begins; null on the last.</param>
public sealed record CaseListPage(IReadOnlyList<CaseListRow> Rows, int Total, string? Next);
