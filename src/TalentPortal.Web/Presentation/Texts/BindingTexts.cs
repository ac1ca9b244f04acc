using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace TalentPortal.Web.Presentation.Texts;

/// <summary>
/// Gives model binding and validation the portal's sentences. It configures last, so that it also sees the attributes that the
/// framework adds for non-nullable properties.
/// </summary>
internal sealed class BindingTexts(IStringLocalizer texts) : IPostConfigureOptions<MvcOptions>
{
    public void PostConfigure(string? name, MvcOptions options)
    {
        options.ModelMetadataDetailsProviders.Add(new ValidationTexts());
        var messages = options.ModelBindingMessageProvider;
        messages.SetMissingBindRequiredValueAccessor(_ => texts["Validation.Missing"]);
        messages.SetMissingKeyOrValueAccessor(() => texts["Validation.Missing"]);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => texts["Validation.Missing"]);
        messages.SetValueMustNotBeNullAccessor(_ => texts["Validation.Missing"]);
        messages.SetAttemptedValueIsInvalidAccessor((_, _) => texts["Validation.Unreadable"]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => texts["Validation.Unreadable"]);
        messages.SetUnknownValueIsInvalidAccessor(_ => texts["Validation.Unreadable"]);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => texts["Validation.Unreadable"]);
        messages.SetValueIsInvalidAccessor(_ => texts["Validation.Unreadable"]);
        messages.SetValueMustBeANumberAccessor(_ => texts["Validation.Number"]);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => texts["Validation.Number"]);
    }
}
