using System.Security.Cryptography;
using System.Text;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Parties;
using TalentPortal.Core.TalentCards.Benefits;

namespace TalentPortal.Core.TalentCards.Issuing;

/// <summary>What holders agreed to, one entry a kind of venue, in the ledger of consents.</summary>
public static class CardConsents
{
    private const string Prefix = "card.venue.";

    /// <summary>How the ledger names the consent to a kind of venue.</summary>
    public static string PurposeOf(string venueKind) => Prefix + venueKind;

    /// <summary>The field of the application form that asks for it.</summary>
    public static string FieldOf(string venueKind)
    {
        ArgumentException.ThrowIfNullOrEmpty(venueKind);
        return "venue" + char.ToUpperInvariant(venueKind[0]) + venueKind[1..];
    }

    /// <summary>Adds a consent to the locked card.</summary>
    internal static void Give(CaseWork work, BenefitCatalogue catalogue, VenueKind kind, Guid userId, Guid personId) =>
        work.Rows<Consent>().Add(new Consent
        {
            Id = Ids.New(),
            UserId = userId,
            PersonId = personId,
            CaseId = work.CaseId,
            Purpose = PurposeOf(kind.Code),
            TextVersion = $"benefits v{catalogue.Version}",
            TextDigest = SHA256.HashData(Encoding.UTF8.GetBytes(kind.Consent.Zh)),
            GivenAt = work.Now,
        });
}
