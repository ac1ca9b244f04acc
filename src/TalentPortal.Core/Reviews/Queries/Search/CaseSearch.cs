namespace TalentPortal.Core.Reviews.Queries.Search;

/// <summary>What the one search box was understood to ask for.</summary>
public enum CaseSearchKind
{
    /// <summary>A whole case number.</summary>
    Number,

    /// <summary>The last digits of one.</summary>
    NumberTail,

    /// <summary>The subject's citizen number, by its blind index.</summary>
    CitizenId,

    /// <summary>An organisation's credit code.</summary>
    CreditCode,

    /// <summary>A person's whole name, or part of an organisation's.</summary>
    Name,
}

/// <summary>A search for cases.</summary>
/// <param name="Kind">What was asked for.</param>
/// <param name="Text">Number, last digits, code or name; empty where <paramref name="BlindIndex"/> says it.</param>
/// <param name="BlindIndex">Of the citizen number.</param>
public sealed record CaseSearch(CaseSearchKind Kind, string Text, byte[]? BlindIndex = null)
{
    /// <summary>Whether only the case's number was asked for, which says nothing about a person.</summary>
    public bool IsByNumber => Kind is CaseSearchKind.Number or CaseSearchKind.NumberTail;
}
