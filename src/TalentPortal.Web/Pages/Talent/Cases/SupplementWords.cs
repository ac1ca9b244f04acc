using TalentPortal.Web.Presentation.Forms;

namespace TalentPortal.Web.Pages.Talent.Cases;

/// <summary>Sentences and time for supplements.</summary>
/// <param name="Portal">Sentences.</param>
/// <param name="Time">The portal's clock.</param>
public sealed record SupplementWords(PortalWords Portal, TimeProvider Time);
