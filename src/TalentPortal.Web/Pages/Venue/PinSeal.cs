using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using TalentPortal.Core.TalentCards.Codes;
using TalentPortal.Core.TalentCards.Redemptions;

namespace TalentPortal.Web.Pages.Venue;

/// <summary>
/// Carries a printed card's number and PIN from a look to the use that follows, so that its holder types the PIN once: encrypted, for one
/// account, and for as long as a code on a phone would hold. The PIN is checked again with the use.
/// </summary>
internal sealed class PinSeal(IDataProtectionProvider protection, CardCodeTerms terms, TimeProvider time)
{
    private const char Between = '|';

    /// <summary>Seals a card that was looked at.</summary>
    public string Close(Guid staffId, ShownCard shown) =>
        For(staffId)
            .Protect(string.Create(CultureInfo.InvariantCulture,
                $"{time.GetUtcNow().ToUnixTimeSeconds()}{Between}{shown.Number}{Between}{shown.Pin}"));

    /// <summary>What was sealed; null where the seal is another's, too old or none.</summary>
    public ShownCard? Open(Guid staffId, string text)
    {
        try
        {
            return For(staffId).Unprotect(text).Split(Between) is [var at, var number, var pin]
                && time.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(long.Parse(at, CultureInfo.InvariantCulture)) <= terms.Turn + terms.Skew
                ? ShownCard.OfPrint(number, pin) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector For(Guid staffId) => protection.CreateProtector("venue-pin", staffId.ToString("N"));
}
