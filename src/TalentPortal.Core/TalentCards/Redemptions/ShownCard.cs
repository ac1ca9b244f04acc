namespace TalentPortal.Core.TalentCards.Redemptions;

/// <summary>
/// What is shown at a venue: the code on the holder's phone, or the printed card's number with the PIN that its holder types.
/// </summary>
public sealed class ShownCard
{
    private ShownCard(string? code, string? number, string? pin) => (Code, Number, Pin) = (code, number, pin);

    /// <summary>What was scanned of a phone; null for a printed card.</summary>
    public string? Code { get; }

    /// <summary>The printed number; null for a code.</summary>
    public string? Number { get; }

    /// <summary>The holder's PIN; null for a code. It is never kept.</summary>
    public string? Pin { get; }

    /// <summary>Whether it is a printed card.</summary>
    public bool IsPrinted => Number is not null;

    /// <summary>The code on a phone.</summary>
    public static ShownCard OfCode(string? text) => new(text, number: null, pin: null);

    /// <summary>A printed card.</summary>
    public static ShownCard OfPrint(string number, string? pin) => new(code: null, number, pin);
}
