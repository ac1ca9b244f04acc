using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace TalentPortal.Web.Presentation.Texts;

/// <summary>
/// Gives every validation attribute without a message of its own the portal's sentence, <c>Validation.{attribute}</c>,
/// so that pages only say what they check.
/// </summary>
internal sealed class ValidationTexts : IValidationMetadataProvider
{
    private const string Suffix = "Attribute";

    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var check in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
        {
            // Some attributes (EmailAddress, Url, Phone) bring an English default: only a key of the catalogue counts as a message.
            if (check.ErrorMessageResourceName is null && !IsKey(check.ErrorMessage)) check.ErrorMessage = KeyOf(check);
        }
    }

    /// <summary>The key of an attribute's sentence.</summary>
    public static string KeyOf(ValidationAttribute check)
    {
        var name = check.GetType().Name;
        return "Validation." + (name.EndsWith(Suffix, StringComparison.Ordinal) ? name[..^Suffix.Length] : name);
    }

    private static bool IsKey(string? message) =>
        message is not null && TextCatalog.Embedded.Find(message, CultureInfo.InvariantCulture) is not null;
}
