using Npgsql;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Recognitions.Life;
using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Core.TalentCards.Cards;

namespace TalentPortal.Core.TalentCards.Following;

/// <summary>What is known of a card's holder when its grounds are looked at anew.</summary>
/// <param name="Held">Recognitions that count.</param>
/// <param name="HasPausedGround">Whether a recognition is suspended, and may count again.</param>
/// <param name="IsPausedByPortal">Whether the card's last suspension followed a recognition, and was not the office's.</param>
internal sealed record CardStanding(IReadOnlyList<FoundBasis> Held, bool HasPausedGround, bool IsPausedByPortal)
{
    private const string RecognitionsSql =
        """
        select id, level, valid_to, status from recognitions
        where person_id = $1 and status in ('Valid', 'Suspended') and issued_on <= $2 and valid_to >= $2 order by issued_on, id
        """;

    private const string PausedSql =
        """
        select coalesce((select by_user_id is null from card_actions where case_id = $1 and kind = 'Suspended' order by acted_at desc, id desc limit 1), false)
        """;

    /// <summary>Reads it.</summary>
    /// <param name="connection">Where.</param>
    /// <param name="card">The card.</param>
    /// <param name="catalogue">Values the recognitions.</param>
    /// <param name="today">The day.</param>
    /// <param name="supposed">A recognition that is taken for something else than it is; null where all is as it is.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<CardStanding> ReadAsync(NpgsqlConnection connection, TalentCard card, BenefitCatalogue catalogue, DateOnly today,
        (Guid Recognition, RecognitionStatus Becomes)? supposed, CancellationToken ct)
    {
        var (held, hasPaused) = (new List<FoundBasis>(), false);
        await using (var command = new NpgsqlCommand(RecognitionsSql, connection))
        {
            command.Parameters.Add(CaseBatch.Uuid(card.PersonId));
            command.Parameters.AddWithValue(today);
            await using var row = await command.ExecuteReaderAsync(ct);
            while (await row.ReadAsync(ct))
            {
                var id = row.GetGuid(0);
                var status = supposed is { } other && other.Recognition == id ? other.Becomes : Enum.Parse<RecognitionStatus>(row.GetString(3));
                if (catalogue.LevelOf(BasisKind.Recognition, row.GetString(1)) is not { } level) continue;
                hasPaused |= status is RecognitionStatus.Suspended;
                if (status is not RecognitionStatus.Valid) continue;
                held.Add(new FoundBasis(BasisKind.Recognition, row.GetString(1), level.Code, level.Rank, id, MaterialId: null, row.GetFieldValue<DateOnly>(2)));
            }
        }

        await using var paused = new NpgsqlCommand(PausedSql, connection) { Parameters = { CaseBatch.Uuid(card.CaseId) } };
        return new CardStanding(held, hasPaused, await paused.ExecuteScalarAsync(ct) is true);
    }
}
