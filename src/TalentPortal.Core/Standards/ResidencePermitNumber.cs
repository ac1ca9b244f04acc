using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Standards;

/// <summary>Residence permit of Hong Kong (810000), Macao (820000) and Taiwan (830000) residents: the citizen algorithm.</summary>
public static class ResidencePermitNumber
{
    /// <summary>Checks an 18-character permit number.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="today">The local date; nobody is born after it.</param>
    public static Result<IdentityNumber> Parse(string? text, DateOnly today)
    {
        var number = InputText.Compact(text);
        var fault = EighteenCharacters.Check(number, today);
        if (fault is not EighteenCharacters.Fault.None) return PermitFault.ToRefusal(fault, number.Length);
        if (number[..6] is not ("810000" or "820000" or "830000")) return new ResidencePermitWrongRegion();
        return new IdentityNumber
        {
            Kind = IdentityDocumentKind.HongKongMacaoTaiwanPermit,
            Number = number,
            BirthOn = EighteenCharacters.BirthOn(number),
            SexCode = EighteenCharacters.SexCode(number),
            RegionCode = number[..6],
        };
    }
}
