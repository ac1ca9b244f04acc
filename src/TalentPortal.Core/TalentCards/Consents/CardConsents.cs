using System.Security.Cryptography;
using System.Text;
using Npgsql;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Parties;
using TalentPortal.Core.TalentCards.Benefits;

namespace TalentPortal.Core.TalentCards.Consents;

/// <summary>What holders agreed to, one entry a venue, in the ledger of consents; the purpose is the venue's kind.</summary>
public static class CardConsents
{
    /// <summary>What every purpose of a consent to a venue begins with.</summary>
    internal const string Prefix = "card.venue.";

    private const string WithdrawSql =
        """
        update consents set withdrawn_at = $3
        where case_id = $1 and purpose = $2 and withdrawn_at is null and ($4::uuid is null or recipient_id = $4)
        """;

    /// <summary>How the ledger names the consent to a venue of a kind.</summary>
    public static string PurposeOf(string venueKind) => Prefix + venueKind;

    /// <summary>The field of the application form that asks for a kind.</summary>
    public static string FieldOf(string venueKind)
    {
        ArgumentException.ThrowIfNullOrEmpty(venueKind);
        return "venue" + char.ToUpperInvariant(venueKind[0]) + venueKind[1..];
    }

    /// <summary>Adds a consent to the locked card.</summary>
    internal static void Give(CaseWork work, BenefitCatalogue catalogue, ConsentVenue venue, Guid userId, Guid personId)
    {
        var text = $"{venue.NameOnRecord}\n{catalogue.FindVenueKind(venue.Kind)!.Consent.Zh}";
        work.Rows<Consent>().Add(new Consent
        {
            Id = Ids.New(),
            UserId = userId,
            PersonId = personId,
            CaseId = work.CaseId,
            Purpose = PurposeOf(venue.Kind),
            TextVersion = $"benefits v{catalogue.Version}",
            TextDigest = SHA256.HashData(Encoding.UTF8.GetBytes(text)),
            GivenAt = work.Now,
            RecipientId = venue.Id,
            RecipientName = venue.NameOnRecord,
        });
        work.Record("CardConsentGiven", ("venue", venue.Id), ("venueKind", venue.Kind));
    }

    /// <summary>Takes the consent to a venue back.</summary>
    internal static void Withdraw(CaseWork work, ConsentVenue venue)
    {
        work.Execute(Withdrawal(work, venue.Kind, venue.Id));
        work.Record("CardConsentWithdrawn", ("venue", venue.Id), ("venueKind", venue.Kind));
    }

    /// <summary>Takes the consents to all venues of a kind back, also what was once given to the kind as such.</summary>
    internal static void WithdrawKind(CaseWork work, string kind, IEnumerable<ConsentVenue> given)
    {
        work.Execute(Withdrawal(work, kind, venue: null));
        foreach (var venue in given) work.Record("CardConsentWithdrawn", ("venue", venue.Id), ("venueKind", kind));
    }

    private static NpgsqlBatchCommand Withdrawal(CaseWork work, string kind, Guid? venue) => new(WithdrawSql)
    {
        Parameters = { CaseBatch.Uuid(work.CaseId), CaseBatch.Text(PurposeOf(kind)), CaseBatch.At(work.Now), CaseBatch.Uuid(venue) },
    };
}
