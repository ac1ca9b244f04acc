namespace TalentPortal.Core.Standards;

/// <summary>A checked number of an identity document, with what the number itself tells.</summary>
public sealed record IdentityNumber
{
    /// <summary>Which document it stands on.</summary>
    public required IdentityDocumentKind Kind { get; init; }

    /// <summary>The number in capitals without spaces; for citizens always 18 characters.</summary>
    public required string Number { get; init; }

    /// <summary>The 15-digit number that was typed, when <see cref="Number"/> was made from it.</summary>
    public string? FormerNumber { get; init; }

    /// <summary>The date of birth in the number, where it has one.</summary>
    public DateOnly? BirthOn { get; init; }

    /// <summary>Sex by GB/T 2261.1 (1 male, 2 female), where the number tells it.</summary>
    public string? SexCode { get; init; }

    /// <summary>The six digits of the region (GB/T 2260), where the number begins with them.</summary>
    public string? RegionCode { get; init; }

    /// <summary>The masked number, so that no log shows the whole.</summary>
    public override string ToString() => Mask.IdentityNumber(Number);

    /// <summary>Checks what was typed against the rules of that document.</summary>
    /// <param name="kind">Which document it is.</param>
    /// <param name="text">What was typed; spaces, dashes, full-width and small letters are forgiven.</param>
    /// <param name="today">The local date; nobody is born after it.</param>
    public static Kernel.Result<IdentityNumber> Parse(IdentityDocumentKind kind, string? text, DateOnly today) => kind switch
    {
        IdentityDocumentKind.CitizenCard => CitizenNumber.Parse(text, today),
        IdentityDocumentKind.HongKongMacaoTaiwanPermit => ResidencePermitNumber.Parse(text, today),
        IdentityDocumentKind.PermanentResidentCard => PermanentResidentNumber.Parse(text, today),
        IdentityDocumentKind.Passport => PassportNumber.Parse(text),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such document."),
    };
}
