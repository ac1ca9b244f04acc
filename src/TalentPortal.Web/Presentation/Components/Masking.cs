using TalentPortal.Core.Standards;
using TalentPortal.Web.Presentation.Views;

namespace TalentPortal.Web.Presentation.Components;

/// <summary>Hides the middle of values by their kind.</summary>
internal static class Masking
{
    public static string Hide(string value, MaskKind kind) => kind switch
    {
        MaskKind.IdNumber => Mask.IdentityNumber(value),
        MaskKind.Phone => Mask.Phone(value),
        MaskKind.Name => Mask.Name(value),
        MaskKind.BankAccount => Mask.BankAccount(value),
        MaskKind.Email => Mask.Email(value),
        _ => value,
    };
}
