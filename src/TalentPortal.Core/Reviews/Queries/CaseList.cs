using TalentPortal.Core.Applications;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Reviews.Queries.Lists;
using TalentPortal.Core.Reviews.Queries.Search;

namespace TalentPortal.Core.Reviews.Queries;

/// <summary>What a list of cases is narrowed to; everything null lists all.</summary>
public sealed record CaseListFilter
{
    /// <summary>What is searched for; null for everything.</summary>
    public CaseSearch? Search { get; init; }

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

    /// <summary>In which order.</summary>
    public CaseListOrder Order { get; init; } = CaseListOrder.Newest;
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
/// <param name="Rows">The cases, in the order asked for.</param>
/// <param name="Total">How many there are in all; of an officer's search, counted up to <see cref="MostCounted"/>.</param>
/// <param name="Next">Where the next page begins; null on the last.</param>
public sealed record CaseListPage(IReadOnlyList<CaseListRow> Rows, int Total, string? Next)
{
    /// <summary>Where counting ends for whoever searches: it would take longer than the page.</summary>
    public const int MostCounted = 1000;
}
