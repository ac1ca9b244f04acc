using Microsoft.Extensions.Localization;

namespace TalentPortal.Web.Pages.Officer.Cases;

/// <summary>Words for the outcomes that definitions name.</summary>
internal static class OutcomeTexts
{
    /// <summary>The outcome's text; the outcome itself where a definition names one without a text, so that nothing is hidden.</summary>
    public static string Of(IStringLocalizer texts, string outcome) =>
        texts["Reviews.Outcome." + outcome] is { ResourceNotFound: false } known ? known.Value : outcome;
}
