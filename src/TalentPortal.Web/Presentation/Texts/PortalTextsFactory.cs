using Microsoft.Extensions.Localization;

namespace TalentPortal.Web.Presentation.Texts;

/// <summary>Hands the one catalogue to whoever asks for a localizer of a type: keys are unique in the whole program.</summary>
internal sealed class PortalTextsFactory(IStringLocalizer texts) : IStringLocalizerFactory
{
    public IStringLocalizer Create(Type resourceSource) => texts;

    public IStringLocalizer Create(string baseName, string location) => texts;
}
