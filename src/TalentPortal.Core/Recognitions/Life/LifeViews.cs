namespace TalentPortal.Core.Recognitions.Life;

/// <summary>A recognition as the page of its life shows it. Categories and levels are codes.</summary>
public sealed record RecognitionLifeView
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>The case it comes from.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>That case's number.</summary>
    public required string CaseNumber { get; init; }

    /// <summary>The certificate's number, without hyphens.</summary>
    public required string Number { get; init; }

    /// <summary>Whom it recognises.</summary>
    public required string Name { get; init; }

    /// <summary>That person.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>The account that applied.</summary>
    public required Guid AppliedBy { get; init; }

    /// <summary>Code of <c>talent-categories</c>.</summary>
    public required string Category { get; init; }

    /// <summary>Code of <c>talent-categories</c>; null where there is none.</summary>
    public string? SubCategory { get; init; }

    /// <summary>Code of <c>recognition-levels</c>.</summary>
    public required string Level { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>Last day.</summary>
    public required DateOnly ValidTo { get; init; }

    /// <summary>Where it is in its life.</summary>
    public required RecognitionStatus Status { get; init; }

    /// <summary>Whether its time is over.</summary>
    public required bool IsExpired { get; init; }

    /// <summary>Whether it counts today.</summary>
    public bool Holds => Status is RecognitionStatus.Valid && !IsExpired;
}

/// <summary>One line of a recognition's life.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="On">From which day it counts.</param>
/// <param name="Year">The year of a check.</param>
/// <param name="Reason">Code of <c>revocation-reasons</c>.</param>
/// <param name="Note">What the office wrote.</param>
/// <param name="Amount">Yuan to be paid back.</param>
/// <param name="ByCase">The case that decided it; null for the recognition's own.</param>
/// <param name="ByNumber">That case's number.</param>
public sealed record LifeLine(
    RecognitionEventKind Kind, DateOnly On, int? Year, string? Reason, string Note, decimal? Amount, Guid? ByCase, string? ByNumber);

/// <summary>A case about a recognition.</summary>
/// <param name="CaseId">Key.</param>
/// <param name="Number">Its number.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Year">The year of a check.</param>
/// <param name="Reason">Code of <c>revocation-reasons</c>.</param>
/// <param name="Result">How it ended; null where it did not, or was taken back.</param>
/// <param name="IsOpen">Whether it is under way.</param>
/// <param name="AwaitsHolder">Whether the holder is asked.</param>
/// <param name="AnswerBy">Last day on which the holder may answer.</param>
public sealed record MatterRow(
    Guid CaseId, string Number, RecognitionMatterKind Kind, int? Year, string? Reason, RecognitionMatterResult? Result,
    bool IsOpen, bool AwaitsHolder, DateOnly? AnswerBy);
