using System.Text;
using Npgsql;
using NpgsqlTypes;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue.Forms;
using TalentPortal.Core.TalentCards.Cards;

namespace TalentPortal.Core.TalentCards.Queries;

/// <summary>The register of all cards, for the talent office.</summary>
public sealed class CardRegister(NpgsqlDataSource database, SecretBox secrets, PortalTimeZone zone)
{
    private const string Sql =
        """
        select t.case_id, t.number, p.full_name, p.citizen_id_masked, t.level, t.catalogue_version_id, t.status, t.stopped_at is not null, t.issued_on, t.expires_on
        from talent_cards t join persons p on p.id = t.person_id
        where ($1::text is null or t.level = $1) and ($2::text is null or t.status = $2)
          and ($3::date is null or (t.status = 'Active' and t.expires_on <= $3))
        """;

    /// <summary>A number that is dead finds its card too.</summary>
    private const string TermSql =
        " and (t.case_id in (select n.case_id from card_numbers n where n.number = $5) or p.citizen_id_index = $6 or p.full_name = $7)";

    /// <summary>The cards that are meant, the newest first.</summary>
    public async Task<IReadOnlyList<CardRow>> ListAsync(CardFilter filter, int most, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var term = string.IsNullOrWhiteSpace(filter.Term) ? null : filter.Term.Trim().Normalize(NormalizationForm.FormC);
        await using var command = database.CreateCommand(
            Sql + (term is null ? "" : TermSql) + " order by t.issued_on desc, t.case_id desc limit $4");
        command.Parameters.Add(CaseBatch.Text(filter.Level));
        command.Parameters.Add(CaseBatch.Text(filter.Status?.ToString()));
        command.Parameters.Add(new NpgsqlParameter
        {
            Value = filter.WithinDays is { } days ? zone.Today.AddDays(days) : DBNull.Value,
            NpgsqlDbType = NpgsqlDbType.Date,
        });
        command.Parameters.AddWithValue(most);
        if (term is not null)
        {
            command.Parameters.Add(CaseBatch.Text(CardNumber.Parse(term) is { Succeeded: true } number ? number.Value.Value : ""));
            command.Parameters.Add(CaseBatch.Bytes(secrets.IndexOf(SecretKind.CitizenId, term)));
            command.Parameters.Add(CaseBatch.Text(term));
        }

        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<CardRow>();
        while (await reader.ReadAsync(ct))
        {
            rows.Add(new CardRow(reader.GetGuid(0), reader.GetString(1), reader.GetString(2),
                reader.IsDBNull(3) ? null : reader.GetString(3), reader.GetString(4),
                reader.GetGuid(5), Enum.Parse<CardStatus>(reader.GetString(6)), reader.GetBoolean(7), reader.GetFieldValue<DateOnly>(8),
                reader.GetFieldValue<DateOnly>(9)));
        }

        return rows;
    }
}
