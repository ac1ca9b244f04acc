using System.Diagnostics;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Standards;

/// <summary>The sentences that the two kinds of permit share.</summary>
internal static class PermitFault
{
    public static Refusal ToRefusal(EighteenCharacters.Fault fault, int length) => fault switch
    {
        EighteenCharacters.Fault.Length => new PermitNumberWrongLength(length),
        EighteenCharacters.Fault.Character => new PermitNumberWrongCharacter(),
        EighteenCharacters.Fault.Date => new PermitNumberImpossibleDate(),
        EighteenCharacters.Fault.FutureDate => new PermitNumberFutureDate(),
        EighteenCharacters.Fault.CheckCharacter => new PermitNumberWrongCheckDigit(),
        _ => throw new UnreachableException($"{fault} is no fault."),
    };
}
