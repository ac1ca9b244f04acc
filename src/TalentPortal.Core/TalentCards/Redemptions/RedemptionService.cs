using System.Security.Cryptography;
using System.Text;
using Npgsql;
using NpgsqlTypes;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Core.TalentCards.Cards;
using TalentPortal.Core.TalentCards.Codes;
using TalentPortal.Core.TalentCards.Consents;
using TalentPortal.Core.TalentCards.Venues;

namespace TalentPortal.Core.TalentCards.Redemptions;

/// <summary>
/// A benefit is used. The card is locked, so of two scans of the last use one gets it. The operation's id is the venue's key: a repeated
/// tap, or a call whose answer was lost, gets the first answer, even when the code has meanwhile expired, and whoever of the venue's
/// staff asks again.
/// </summary>
public sealed class RedemptionService(
    CaseTransaction transactions, Till till, BenefitCatalogues catalogues, RedemptionTerms terms, CardCodeTerms times)
{
    private const string ConsentSql =
        "exists (select from consents where case_id = $1 and recipient_id = $2 and purpose = $3 and withdrawn_at is null)";

    private const string StandingSql =
        $"""
        select {ConsentSql},
          exists (select from redemptions where case_id = $1 and code_once = $4),
          (select array_agg(coalesce(place, 0)) from redemptions
            where case_id = $1 and benefit = $5 and redeemed_on between $6 and $7 and not reversed),
          exists (select from redemptions where case_id = $1 and benefit = any($8) and redeemed_on between $6 and $7 and not reversed)
        """;

    private const string WorkedHereSql =
        """
        select exists (select from appointments where user_id = $1
          and (role = 'VenueStaff' and organisation_id = $2 or role = 'VenueManager' and organisation_id in ($2, $3)))
        """;

    /// <summary>Uses it.</summary>
    public Task<Result<RedemptionReceipt>> RedeemAsync(TillVisit visit, RedemptionOrder order, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(visit);
        ArgumentNullException.ThrowIfNull(order);
        return till.ServeAsync(visit, (venue, known) => transactions.RunAsync(known.CardId, OfVenue(visit.Operation, venue, order),
            (work, token) => RedeemAsync(work, visit.Staff, venue, order, known, token), ct), ct);
    }

    /// <summary>The venue's operation: the same for all its staff, another at another venue and for another benefit.</summary>
    private static Operation OfVenue(Operation operation, Venue venue, RedemptionOrder order) => operation with
    {
        IsShared = true,
        RequestDigest = operation.RequestDigest ?? SHA256.HashData(Encoding.UTF8.GetBytes($"{venue.Id:N} {order.Benefit}")),
    };

    private async Task<Result<RedemptionReceipt>> RedeemAsync(
        CaseWork work, Actor staff, Venue venue, RedemptionOrder order, KnownCard known, CancellationToken ct)
    {
        var isOffline = order.ScannedOfflineAt is not null;
        if (!await MayHandInAsync(work, staff, venue, order, ct)) return new ScannerNotOfVenue();
        if (ScannedAt(order, work.Now) is not { } scannedAt) return new OfflineTooLate(terms.OfflineHours);
        if (till.WhyNot(known, scannedAt, isOffline) is { } stale) return stale;
        if (work.Rows<TalentCard>().SingleOrDefault() is not { } card || !known.Is(card)) return new CardUnknown();
        var day = terms.DayOf(scannedAt);
        var catalogue = (await catalogues.VersionAsync(card.CatalogueVersionId, ct)).Catalogue;
        var claim = Claim(card, catalogue, venue, order, day);
        // What the card would answer, only a venue with consent learns.
        if (!claim.Succeeded) return await HasConsentAsync(work, venue, ct) ? claim.Refusal : new VenueWithoutConsent();
        var (entitlement, price, waived) = claim.Value;
        var period = entitlement.PeriodOf(card.IssuedOn, day);
        var standing = await StandingAsync(work, venue, entitlement, catalogue, period, known.Code?.Once, ct);
        if (standing.WhyNot(entitlement.Limit) is { } refusal) return refusal;
        var use = new Redemption
        {
            Id = work.Operation.Id,
            CaseId = work.CaseId,
            VenueId = venue.Id,
            Benefit = entitlement.Benefit.Code,
            Level = card.Level,
            Proof = known.Proof,
            CodeOnce = known.Code?.Once,
            PeriodFrom = period.From,
            Place = entitlement.Limit is null ? null : standing.NextPlace,
            Price = price,
            Waived = waived,
            IsOffline = isOffline,
            ScannedAt = scannedAt,
            RecordedAt = work.Now,
            RedeemedOn = day,
            StaffId = order.ScannedBy ?? staff.UserId,
            HandedInBy = order.ScannedBy is null ? null : staff.UserId,
        };
        Write(work, use);
        return new RedemptionReceipt(use.Id, card.Level, use.Benefit, entitlement.Limit - standing.Places.Count - 1, use.Waived);
    }

    /// <summary>When it was scanned; null where that is too long ago, or to come by more than a device's clock may be wrong.</summary>
    private DateTimeOffset? ScannedAt(RedemptionOrder order, DateTimeOffset now)
    {
        var at = order.ScannedOfflineAt ?? now;
        if (at > now + times.Skew || now - at > TimeSpan.FromHours(terms.OfflineHours)) return null;
        return at > now ? now : at;
    }

    /// <summary>
    /// Whether a use is somebody's own, or is handed in by who answers for the venue, for somebody who works or worked there.
    /// </summary>
    private static async Task<bool> MayHandInAsync(CaseWork work, Actor staff, Venue venue, RedemptionOrder order, CancellationToken ct)
    {
        if (order.ScannedBy is not { } scanner) return true;
        if (scanner == staff.UserId || order.ScannedOfflineAt is null || !VenueDirectory.IsManager(staff, venue)) return false;
        await using var command = new NpgsqlCommand(WorkedHereSql, work.Connection)
        {
            Parameters = { CaseBatch.Uuid(scanner), CaseBatch.Uuid(venue.Id), CaseBatch.Uuid(venue.PartnerId) },
        };
        return await command.ExecuteScalarAsync(ct) is true;
    }

    private static void Write(CaseWork work, Redemption use)
    {
        work.RefuseOn("redemptions_code_once", new CardCodeUsed());
        work.RefuseOn("redemptions_place", new NothingLeft());
        work.Rows<Redemption>().Add(use);
        CardScans.Keep(work, use);
        work.Record("BenefitRedeemed", ("redemption", use.Id), ("benefit", use.Benefit), ("venue", use.VenueId), ("level", use.Level),
            ("on", use.RedeemedOn), ("place", use.Place), ("price", use.Price), ("waived", use.Waived),
            ("scannedBy", use.HandedInBy is null ? null : use.StaffId));
    }

    /// <summary>What the card gives for the order here, as far as the card and the catalogue tell.</summary>
    private Result<(BenefitEntitlement Entitlement, decimal? Price, decimal Waived)> Claim(
        TalentCard card, BenefitCatalogue catalogue, Venue venue, RedemptionOrder order, DateOnly day)
    {
        if (!card.IsUsableOn(day)) return new CardNotUsable();
        if (catalogue.EntitlementsOf(card.Level, day).FirstOrDefault(one => one.Benefit.Code == order.Benefit) is not { } entitlement)
            return new BenefitNotOfLevel();
        if (!entitlement.Benefit.VenueKinds.Contains(venue.Kind, StringComparer.Ordinal)) return new BenefitNotHere();
        var sum = Worth(entitlement, venue, order.Price);
        return sum.Succeeded ? (entitlement, sum.Value.Price, sum.Value.Waived) : sum.Refusal;
    }

    /// <summary>
    /// The price and what of it is waived: by the venue's tariff where the use is free, by what was typed where a part is paid.
    /// </summary>
    private Result<(decimal? Price, decimal Waived)> Worth(BenefitEntitlement entitlement, Venue venue, decimal? typed)
    {
        switch (entitlement.Benefit.Kind)
        {
            case BenefitKind.Count:
                decimal? tariff = venue.Tariffs.TryGetValue(entitlement.Benefit.Code, out var price) ? price : null;
                return (tariff, tariff ?? 0);
            case BenefitKind.Discount:
                var highest = terms.HighestPrice;
                if (typed is not { } full || full <= 0 || full > highest || decimal.Round(full, 2) != full)
                    return new PriceNotPossible(highest);
                return (full, full - decimal.Round(full * entitlement.Value!.Value / 100, 2, MidpointRounding.AwayFromZero));
            case BenefitKind.GreenLane:
                return ((decimal?)null, 0m);
            default:
                return new BenefitNotHere();
        }
    }

    private static async Task<bool> HasConsentAsync(CaseWork work, Venue venue, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select " + ConsentSql, work.Connection)
        {
            Parameters = { CaseBatch.Uuid(work.CaseId), CaseBatch.Uuid(venue.Id), CaseBatch.Text(CardConsents.PurposeOf(venue.Kind)) },
        };
        return await command.ExecuteScalarAsync(ct) is true;
    }

    private static async Task<Standing> StandingAsync(
        CaseWork work, Venue venue, BenefitEntitlement entitlement, BenefitCatalogue catalogue,
        (DateOnly From, DateOnly To) period, long? once, CancellationToken ct)
    {
        string[] rivals = entitlement.Benefit.ExclusionGroup is { } group
            ? [.. catalogue.Benefits.Where(one => one.ExclusionGroup == group && one.Code != entitlement.Benefit.Code).Select(one => one.Code)] : [];
        await using var command = new NpgsqlCommand(StandingSql, work.Connection)
        {
            Parameters =
            {
                CaseBatch.Uuid(work.CaseId), CaseBatch.Uuid(venue.Id), CaseBatch.Text(CardConsents.PurposeOf(venue.Kind)),
                new() { Value = (object?)once ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint },
                CaseBatch.Text(entitlement.Benefit.Code), Day(period.From), Day(period.To), new NpgsqlParameter { Value = rivals },
            },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        await row.ReadAsync(ct);
        return new Standing(row.GetBoolean(0), row.GetBoolean(1), row.IsDBNull(2) ? [] : row.GetFieldValue<int[]>(2), row.GetBoolean(3));
    }

    private static NpgsqlParameter Day(DateOnly day) => new() { Value = day, NpgsqlDbType = NpgsqlDbType.Date };

    /// <summary>What the database knows of the card, the venue and the benefit.</summary>
    private sealed record Standing(bool HasConsent, bool IsCodeUsed, IReadOnlyList<int> Places, bool HasRival)
    {
        /// <summary>The lowest place of the period that is free.</summary>
        public int NextPlace => Enumerable.Range(1, Places.Count + 1).First(place => !Places.Contains(place));

        public Refusal? WhyNot(int? limit) => !HasConsent ? new VenueWithoutConsent()
            : IsCodeUsed ? new CardCodeUsed()
            : HasRival ? new BenefitExcluded()
            : limit <= Places.Count ? new NothingLeft()
            : null;
    }
}
