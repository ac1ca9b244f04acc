using Microsoft.Extensions.Localization;
using TalentPortal.Web.Presentation.Texts;

namespace TalentPortal.Web.Presentation.Forms;

/// <summary>The portal's sentences and formats together.</summary>
/// <param name="Texts">Sentences.</param>
/// <param name="Display">Dates and numbers.</param>
public sealed record PortalWords(IStringLocalizer Texts, DisplayFormat Display);
