using Npgsql;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.TalentCards.Cards;
using TalentPortal.Core.TalentCards.Codes;
using TalentPortal.Core.TalentCards.Hand;
using TalentPortal.Core.TalentCards.Venues;

namespace TalentPortal.Core.TalentCards.Redemptions;

/// <summary>
/// A venue's till, whatever is done at it: only its staff works there, who tries what is no good card too often waits, a card is known by
/// the code on a phone or by the printed number and the PIN, and every look that came to nothing is kept.
/// </summary>
public sealed class Till(VenueDirectory venues, CardCodes codes, CardPins pins, CardScans scans, NpgsqlDataSource database)
{
    // Every number that a card ever had: a dead one is no card, and its holder sees who tried it.
    private const string FindSql = "select case_id from card_numbers where number = $1";
    private const string IsLiveSql = "select exists (select from talent_cards where number = $1 and not number_dead)";

    /// <summary>Does something with a card that is there.</summary>
    public async Task<Result<T>> ServeAsync<T>(TillVisit visit, Func<Venue, KnownCard, Task<Result<T>>> serve, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(visit);
        ArgumentNullException.ThrowIfNull(serve);
        if (await venues.FindAsync(visit.VenueId, ct) is not { } venue || !VenueDirectory.IsStaff(visit.Staff, venue))
            return new VenueNotYours();
        if (await scans.WhyNotAsync(visit.Staff, visit.Operation.At, ct) is { } locked) return locked;
        var (cardId, known) = visit.Shown.IsPrinted ? await KnowAsync(visit.Shown, ct) : Know(visit.Shown.Code);
        // A right guess among many at once: the wrong ones may have locked the account meanwhile.
        if (known.Succeeded && visit.Shown.IsPrinted && await scans.WhyNotAsync(visit.Staff, visit.Operation.At, ct) is { } since)
            return since;
        var result = known.Succeeded ? await serve(venue, known.Value) : known.Refusal;
        if (result.Succeeded) return result;
        var told = result.Refusal is CaseNotFound ? new CardUnknown() : result.Refusal;
        return await scans.KeepAsync(visit, cardId, told, ct);
    }

    /// <summary>Keeps a look that found a card good.</summary>
    public Task KeepAsync(TillVisit visit, KnownCard known, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(known);
        return scans.KeepAsync(visit, known.CardId, ct);
    }

    /// <summary>
    /// Why what was shown is no good at a moment, whatever the card: codes grow old, and a PIN is not checked without network.
    /// </summary>
    /// <param name="known">The card.</param>
    /// <param name="scannedAt">When it was shown, UTC.</param>
    /// <param name="isOffline">Whether the venue had no network then.</param>
    public Refusal? WhyNot(KnownCard known, DateTimeOffset scannedAt, bool isOffline)
    {
        ArgumentNullException.ThrowIfNull(known);
        return known.Code is { } code ? codes.WhyNot(code, scannedAt, isOffline) : isOffline ? new PrintedCardOffline() : null;
    }

    private (Guid? CardId, Result<KnownCard> Known) Know(string? code)
    {
        var read = codes.Read(code);
        return read.Succeeded ? (read.Value.CardId, new KnownCard(read.Value.CardId, read.Value, Number: null)) : (null, read.Refusal);
    }

    private async Task<(Guid? CardId, Result<KnownCard> Known)> KnowAsync(ShownCard shown, CancellationToken ct)
    {
        var number = CardNumber.Parse(shown.Number);
        if (!number.Succeeded) return (null, number.Refusal);
        // Before the number is looked up: else its answer would tell which numbers there are, and count nothing.
        if (!CardPins.HasShape(shown.Pin)) return (null, new CardPinWrongShape(CardPins.Digits));
        if (await ScalarAsync(FindSql, number.Value, ct) is not Guid cardId) return (null, new CardUnknown());
        if (await ScalarAsync(IsLiveSql, number.Value, ct) is not true) return (cardId, new CardUnknown());
        var right = await pins.CheckAsync(cardId, shown.Pin, ct);
        return (cardId, right.Succeeded ? new KnownCard(cardId, Code: null, number.Value.Value) : right.Refusal);
    }

    private async Task<object?> ScalarAsync(string sql, CardNumber number, CancellationToken ct)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(CaseBatch.Text(number.Value));
        return await command.ExecuteScalarAsync(ct);
    }
}
