using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.TalentCards.Hand;

/// <summary>A PIN has another number of digits, or other characters.</summary>
/// <param name="Digits">How many it has.</param>
public sealed record CardPinWrongShape(int Digits) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [Digits];
}

/// <summary>A PIN that anybody would try first: one digit again and again, digits in a row, or a part of the card's number.</summary>
public sealed record CardPinTooEasy : Refusal;

/// <summary>The holder has set no PIN: the printed card does not work yet.</summary>
public sealed record CardPinNotSet : Refusal;

/// <summary>A wrong PIN.</summary>
/// <param name="Left">How many tries are left before the printed card is locked.</param>
public sealed record CardPinWrong(int Left) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [Left];
}

/// <summary>Too many wrong PINs: the printed card is locked until its holder sets a new one.</summary>
public sealed record CardPinLocked : Refusal;

/// <summary>The two times a PIN was typed are not the same.</summary>
public sealed record CardPinsDiffer : Refusal;
