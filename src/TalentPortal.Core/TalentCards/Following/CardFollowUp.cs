using Npgsql;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Recognitions.Life;
using TalentPortal.Core.Recognitions.Life.FollowUps;
using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Core.TalentCards.Cards;
using TalentPortal.Core.TalentCards.Handling;

namespace TalentPortal.Core.TalentCards.Following;

/// <summary>
/// What a card owes to a recognition: which level is left, or that the card rests or ends; and the discounts and entitlements of the
/// catalogue that go with it. What a room of its own carries out (money, a lease) that room lists itself.
/// </summary>
public sealed class CardFollowUp(
    NpgsqlDataSource database, BenefitCatalogues catalogues, FollowUpWords words, CardEnds ends, PortalTimeZone zone)
    : IRecognitionFollowUp
{
    private static readonly string CardSql =
        $"select {Columns(TalentCard.Table)} from talent_cards t join recognitions r on r.person_id = t.person_id where r.id = $1 and t.status <> 'Cancelled'";

    private static readonly string BasesSql = $"select {Columns(CardBasis.Table)} from card_bases t where t.case_id = $1";

    /// <inheritdoc />
    public string JobKind => FollowRecognitionJob.Kind;

    /// <inheritdoc />
    public async Task<IReadOnlyList<FollowUpLine>> PreviewAsync(Guid recognitionId, RecognitionStatus becomes, CancellationToken ct)
    {
        if (await ForeseeAsync(recognitionId, becomes, ct) is not var (card, catalogue, prospect) || !prospect.IsChange(card)) return [];
        var level = catalogue.FindLevel(card.Level)!;
        var line = new FollowUpLine(words.Card(level), words.Prospect(card, level, prospect)) { CaseId = card.CaseId };
        return [line, .. Benefits(card, catalogue, prospect, zone.Today)];
    }

    /// <summary>What the card would give; null where the person holds none.</summary>
    public async Task<CardAfter?> AfterAsync(Guid recognitionId, RecognitionStatus becomes, CancellationToken ct)
    {
        if (await ForeseeAsync(recognitionId, becomes, ct) is not var (card, catalogue, prospect)) return null;
        var rests = prospect.Deed is CardActionKind.Suspended || (prospect.Deed is null && CardStatuses.Resting.Contains(card.Status));
        var given = rests || prospect.Level is null ? [] : catalogue.EntitlementsOf(prospect.Level.Code, zone.Today);
        return new CardAfter(card.CaseId, rests, prospect.Level?.Code,
            given.Select(one => one.Benefit.Code).ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>The case of the card that hangs on a recognition; null where there is none.</summary>
    internal async Task<Guid?> CardOfAsync(Guid recognitionId, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        return await ReadAsync(connection, CardSql, TalentCard.Table, recognitionId, ct) is [var card] ? card.CaseId : null;
    }

    private async Task<(TalentCard Card, BenefitCatalogue Catalogue, CardProspect Prospect)?> ForeseeAsync(
        Guid recognitionId, RecognitionStatus becomes, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        if (await ReadAsync(connection, CardSql, TalentCard.Table, recognitionId, ct) is not [var card]) return null;
        var today = zone.Today;
        var catalogue = (await catalogues.VersionAsync(card.CatalogueVersionId, ct)).Catalogue;
        var standing = await CardStanding.ReadAsync(connection, card, catalogue, today, (recognitionId, becomes), ct);
        var bases = await ReadAsync(connection, BasesSql, CardBasis.Table, card.CaseId, ct);
        var after = CardGrounds.Refreshed(bases, standing.Held, card.CaseId, today, zone.Now);
        return (card, catalogue, CardProspect.Of(card, after, catalogue, today, standing).EndingWith(card, ends, today));
    }

    private IEnumerable<FollowUpLine> Benefits(TalentCard card, BenefitCatalogue catalogue, CardProspect prospect, DateOnly today)
    {
        var rests = card.Status is CardStatus.Suspended && prospect.Deed is CardActionKind.Resumed;
        var before = rests ? [] : catalogue.EntitlementsOf(card.Level, today);
        var left = prospect.Deed is CardActionKind.Cancelled or CardActionKind.Suspended
            ? []
            : catalogue.EntitlementsOf(prospect.Level!.Code, today);
        return BenefitDifference.Between(before, left)
            .Where(one => one.Benefit.Kind is BenefitKind.Discount or BenefitKind.Entitlement)
            .Select(one => new FollowUpLine(one.Benefit.Name, words.Benefit(one, prospect)));
    }

    private static async Task<IReadOnlyList<T>> ReadAsync<T>(
        NpgsqlConnection connection, string sql, SpineTable<T> table, Guid key, CancellationToken ct)
        where T : class
    {
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { CaseBatch.Uuid(key) } };
        await using var row = await command.ExecuteReaderAsync(ct);
        var rows = new List<T>();
        while (await row.ReadAsync(ct)) rows.Add(table.Read(row));
        return rows;
    }

    private static string Columns<T>(SpineTable<T> table)
        where T : class => string.Join(", ", table.ColumnNames.Select(name => "t." + name));
}
