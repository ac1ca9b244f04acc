using Microsoft.AspNetCore.Identity;
using Npgsql;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Keys;
using TalentPortal.Core.Standards.Parameters;
using TalentPortal.Core.TalentCards.Cards;

namespace TalentPortal.Core.TalentCards.Hand;

/// <summary>
/// The second factor of a printed card. What a try came to is told only when it was written, in one statement that a locked card does not
/// pass: so a hundred tries at once learn no more than five one after the other, and a right one never counts as wrong. The last wrong one
/// locks the printed card, never the one on the phone.
/// </summary>
public sealed class CardPins(
    NpgsqlDataSource database, CaseTransaction transactions, FieldCipher cipher, ParameterTable parameters, PortalTimeZone zone)
{
    /// <summary>How many digits one has.</summary>
    public const int Digits = 6;

    private const string Column = "card_pins.hash";

    private const string KeepSql = """
        insert into card_pins (case_id, hash_cipher, set_at) values ($1, $2, $3)
        on conflict (case_id) do update set hash_cipher = excluded.hash_cipher, wrong = 0, set_at = excluded.set_at
        """;

    private const string KeptSql = "select hash_cipher, wrong from card_pins where case_id = $1";

    private const string CountSql =
        "update card_pins set wrong = case when $4 then 0 else wrong + 1 end where case_id = $1 and hash_cipher = $2 and wrong < $3 returning wrong";

    private const string StateSql = "select wrong >= $2 from card_pins where case_id = $1";

    private static readonly PasswordHasher<TalentCard> Hasher = new();

    private int Tries => parameters.Int("card.pinTries", zone.Today);

    /// <summary>The holder sets a PIN, or a new one; wrong tries at the old one no longer count.</summary>
    public Task<Result> SetAsync(Actor holder, Guid cardId, string? pin, Operation operation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(holder);
        return transactions.RunAsync(cardId, operation, (work, _) => Task.FromResult(Set(work, holder, pin)), ct);
    }

    /// <summary>Whether what was said at a venue is the card's PIN. A wrong one counts.</summary>
    public async Task<Result> CheckAsync(Guid cardId, string? pin, CancellationToken ct)
    {
        if (!HasShape(pin)) return new CardPinWrongShape(Digits);
        var tries = Tries;
        while (await KeptAsync(cardId, ct) is var (kept, before))
        {
            if (before >= tries) return new CardPinLocked();
            // The hasher asks for the user and does not look at it.
            var isRight = Hasher.VerifyHashedPassword(null!, cipher.Decrypt(kept, new FieldPlace(Column, cardId)), pin!) is not PasswordVerificationResult.Failed;
            // Where nothing was written, others locked the card meanwhile, or its holder set a new PIN: it is looked at anew.
            if (await CountAsync(cardId, kept, tries, isRight, ct) is not { } wrong) continue;
            return isRight ? Result.Success : wrong >= tries ? new CardPinLocked() : new CardPinWrong(tries - wrong);
        }

        return new CardPinNotSet();
    }

    /// <summary>Whether the printed card has its second factor.</summary>
    public async Task<CardPinState> StateAsync(Guid cardId, CancellationToken ct)
    {
        await using var command = database.CreateCommand(StateSql);
        command.Parameters.AddWithValue(cardId);
        command.Parameters.AddWithValue(Tries);
        return await command.ExecuteScalarAsync(ct) switch
        {
            true => CardPinState.Locked,
            false => CardPinState.Set,
            _ => CardPinState.NotSet,
        };
    }

    /// <summary>Whether what was typed has the digits of a PIN.</summary>
    public static bool HasShape(string? pin) => pin is { Length: Digits } && pin.All(char.IsAsciiDigit);

    private Result Set(CaseWork work, Actor holder, string? pin)
    {
        var card = work.Rows<TalentCard>().SingleOrDefault();
        if (card is null || card.PersonId != holder.PersonId || CardStatuses.Final.Contains(card.Status)) return new CaseNotFound();
        if (WhyNot(pin, card) is { } refusal) return refusal;
        var hash = cipher.Encrypt(Hasher.HashPassword(card, pin!), new FieldPlace(Column, card.CaseId));
        work.Execute(new NpgsqlBatchCommand(KeepSql) { Parameters = { CaseBatch.Uuid(card.CaseId), CaseBatch.Bytes(hash), CaseBatch.At(work.Now) } });
        work.Record("CardPinSet");
        return Result.Success;
    }

    private async Task<(byte[] Kept, int Wrong)?> KeptAsync(Guid cardId, CancellationToken ct)
    {
        await using var command = database.CreateCommand(KeptSql);
        command.Parameters.AddWithValue(cardId);
        await using var row = await command.ExecuteReaderAsync(ct);
        return await row.ReadAsync(ct) ? (row.GetFieldValue<byte[]>(0), row.GetInt32(1)) : null;
    }

    /// <summary>Writes what a try came to; how many are wrong now, or null where it counts no longer.</summary>
    private async Task<int?> CountAsync(Guid cardId, byte[] kept, int tries, bool isRight, CancellationToken ct)
    {
        await using var command = database.CreateCommand(CountSql);
        command.Parameters.AddWithValue(cardId);
        command.Parameters.AddWithValue(kept);
        command.Parameters.AddWithValue(tries);
        command.Parameters.AddWithValue(isRight);
        return await command.ExecuteScalarAsync(ct) as int?;
    }

    private static Refusal? WhyNot(string? pin, TalentCard card)
    {
        if (pin is null || !HasShape(pin)) return new CardPinWrongShape(Digits);
        var steps = pin.Zip(pin.Skip(1), (one, next) => next - one).Distinct().ToList();
        return steps is [0 or 1 or -1] || card.Number.Contains(pin, StringComparison.Ordinal) ? new CardPinTooEasy() : null;
    }
}
