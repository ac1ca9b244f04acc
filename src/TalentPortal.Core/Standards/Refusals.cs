using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Standards;

/// <summary>A citizen number that has neither 18 characters nor 15 digits.</summary>
/// <param name="Length">How many were typed.</param>
public sealed record CitizenNumberWrongLength(int Length) : Refusal
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Length];
}

/// <summary>A citizen number with something else than digits, or another last character than a digit or X.</summary>
public sealed record CitizenNumberWrongCharacter : Refusal;

/// <summary>Characters 7–14 of a citizen number are no date.</summary>
public sealed record CitizenNumberImpossibleDate : Refusal;

/// <summary>The birth date in a citizen number lies after today.</summary>
public sealed record CitizenNumberFutureDate : Refusal;

/// <summary>The last character of a citizen number does not fit the rest.</summary>
public sealed record CitizenNumberWrongCheckDigit : Refusal;

/// <summary>A warning: the first digits of a citizen number are no province.</summary>
public sealed record CitizenNumberUnknownRegion : Refusal;

/// <summary>A permit number that does not have 18 characters.</summary>
/// <param name="Length">How many were typed.</param>
public sealed record PermitNumberWrongLength(int Length) : Refusal
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Length];
}

/// <summary>A permit number with something else than digits, or another last character than a digit or X.</summary>
public sealed record PermitNumberWrongCharacter : Refusal;

/// <summary>Characters 7–14 of a permit number are no date.</summary>
public sealed record PermitNumberImpossibleDate : Refusal;

/// <summary>The birth date in a permit number lies after today.</summary>
public sealed record PermitNumberFutureDate : Refusal;

/// <summary>The last character of a permit number does not fit the rest.</summary>
public sealed record PermitNumberWrongCheckDigit : Refusal;

/// <summary>A residence permit that does not begin with 810000, 820000 or 830000.</summary>
public sealed record ResidencePermitWrongRegion : Refusal;

/// <summary>A permanent resident card of 18 characters that does not begin with 9.</summary>
public sealed record PermanentResidentCardWrongStart : Refusal;

/// <summary>A former permanent resident card that is not 3 letters and 12 digits.</summary>
public sealed record PermanentResidentFormerCardWrongShape : Refusal;

/// <summary>A passport number of another length, or with other characters than letters and digits.</summary>
/// <param name="Shortest">The fewest characters.</param>
/// <param name="Longest">The most characters.</param>
public sealed record PassportNumberWrongShape(int Shortest, int Longest) : Refusal
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Shortest, Longest];
}

/// <summary>A credit code that does not have 18 characters.</summary>
/// <param name="Length">How many were typed.</param>
public sealed record CreditCodeWrongLength(int Length) : Refusal
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Length];
}

/// <summary>A credit code with a character that GB 32100 does not use (I, O, S, V, Z among them).</summary>
/// <param name="Position">Which character, counted from 1.</param>
public sealed record CreditCodeWrongCharacter(int Position) : Refusal
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Position];
}

/// <summary>The last character of a credit code does not fit the rest.</summary>
public sealed record CreditCodeWrongCheckCharacter : Refusal;

/// <summary>A warning: the organisation code inside a credit code does not pass GB 11714.</summary>
public sealed record OrganisationCodeWrongCheckCharacter : Refusal;

/// <summary>A bank card number that is not so many digits.</summary>
/// <param name="Shortest">The fewest digits.</param>
/// <param name="Longest">The most digits.</param>
public sealed record BankCardWrongLength(int Shortest, int Longest) : Refusal
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Shortest, Longest];
}

/// <summary>A bank card number that does not pass Luhn.</summary>
public sealed record BankCardWrongCheckDigit : Refusal;

/// <summary>A mobile number with something else than digits.</summary>
public sealed record MobilePhoneWrongCharacter : Refusal;

/// <summary>A mobile number that does not have 11 digits.</summary>
/// <param name="Length">How many were typed.</param>
public sealed record MobilePhoneWrongLength(int Length) : Refusal
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Length];
}

/// <summary>A mobile number that does not begin with 13 to 19.</summary>
public sealed record MobilePhoneWrongStart : Refusal;

/// <summary>A mail address without @.</summary>
public sealed record EmailWithoutAt : Refusal;

/// <summary>A mail address of another form than name@domain.</summary>
public sealed record EmailWrongShape : Refusal;

/// <summary>A case number of another length.</summary>
/// <param name="Length">How many characters were typed.</param>
/// <param name="Expected">How many there should be.</param>
public sealed record CaseNumberWrongLength(int Length, int Expected) : Refusal
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Length, Expected];
}

/// <summary>A case number whose parts are not digits, letters and a date where they should be.</summary>
public sealed record CaseNumberWrongShape : Refusal;

/// <summary>The last two digits of a case number do not fit the rest.</summary>
public sealed record CaseNumberWrongCheckDigits : Refusal;

/// <summary>A certificate number of another form.</summary>
public sealed record CertificateNumberWrongShape : Refusal;

/// <summary>The last character of a certificate number does not fit the rest.</summary>
public sealed record CertificateNumberWrongCheckCharacter : Refusal;
