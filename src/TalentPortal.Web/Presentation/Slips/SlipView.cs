using TalentPortal.Core.Catalogue.Guides;

namespace TalentPortal.Web.Presentation.Slips;

/// <summary>A notice as it is printed.</summary>
public sealed record SlipView
{
    /// <summary>Which notice.</summary>
    public required SlipKind Kind { get; init; }

    /// <summary>The case, for the mark of demonstration data.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>The case's number in groups.</summary>
    public required string Number { get; init; }

    /// <summary>The service item.</summary>
    public required string ItemName { get; init; }

    /// <summary>To whom it is addressed, in full: it is handed to that person.</summary>
    public required string Subject { get; init; }

    /// <summary>Which office issues it.</summary>
    public required string Issuer { get; init; }

    /// <summary>On which day.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>By when it will be decided, or supplied; null where there is no such day.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>
    /// The day of receipt and the day by which nobody had answered, where the case counts as accepted; null where somebody accepted it.
    /// </summary>
    public (DateOnly ReceivedOn, DateOnly UnansweredBy)? Deemed { get; init; }

    /// <summary>The working days of the promised time; null elsewhere.</summary>
    public int? PromisedDays { get; init; }

    /// <summary>What was handed in, or what is missing.</summary>
    public IReadOnlyList<SlipLine> Lines { get; init; } = [];

    /// <summary>Why; blank where there is nothing to say.</summary>
    public string Reason { get; init; } = "";

    /// <summary>What can be done against it; null elsewhere.</summary>
    public string? Appeal { get; init; }

    /// <summary>Whom to ask.</summary>
    public required GuideContact Contact { get; init; }
}

/// <summary>A line of a notice.</summary>
/// <param name="Name">The material or the question.</param>
/// <param name="Note">What is said about it; blank for nothing.</param>
public sealed record SlipLine(string Name, string Note = "");
