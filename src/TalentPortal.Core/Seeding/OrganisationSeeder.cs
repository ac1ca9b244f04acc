using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Parties;
using TalentPortal.Core.Standards.Organisations;

namespace TalentPortal.Core.Seeding;

/// <summary>Brings districts and units into the database by their codes. A unit that left the file stays: cases name it.</summary>
/// <param name="source">The database.</param>
/// <param name="files">What came with the program.</param>
public sealed class OrganisationSeeder(NpgsqlDataSource source, SeedFolder files) : ISeeder
{
    private const string DistrictSql = """
        insert into districts (id, code, name_zh, name_en)
        values ((select coalesce(max(id), 0) + 1 from districts), $1, $2, $3)
        on conflict (code) do update set name_zh = excluded.name_zh, name_en = excluded.name_en
        """;

    private const string OrganisationSql = """
        insert into organisations (id, district_id, code, kind, name_zh, name_en, parent_id, region_code,
          unified_social_credit_code, deciding_body_kind, contact, provenance, active_from)
        values ($1, (select id from districts where code = left($2, 6)), $3, $4, $5, $6, (select id from organisations where code = $7), $2,
          $8, $9, $10, $11, $12)
        on conflict (code) do update set kind = excluded.kind, name_zh = excluded.name_zh, name_en = excluded.name_en,
          parent_id = excluded.parent_id, region_code = excluded.region_code,
          unified_social_credit_code = excluded.unified_social_credit_code, deciding_body_kind = excluded.deciding_body_kind,
          contact = excluded.contact, provenance = excluded.provenance, active_from = excluded.active_from
        """;

    /// <inheritdoc />
    public int Order => 10;

    /// <inheritdoc />
    public string Folder => "seed-data/organisations";

    /// <inheritdoc />
    public async Task SeedAsync(CancellationToken ct)
    {
        var units = OrganisationSeeds.Read(files.PathOf($"{Folder}/organisations.json")).Items;
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using var batch = new NpgsqlBatch(connection, transaction);
        foreach (var unit in units)
        {
            if (KindOf(unit) is OrganisationKind.District) batch.BatchCommands.Add(Command(DistrictSql, unit.Region, unit.Zh, unit.En));
            batch.BatchCommands.Add(Upsert(unit));
        }

        await batch.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
    }

    private static NpgsqlBatchCommand Upsert(OrganisationSeed unit)
    {
        var command = Command(OrganisationSql, Ids.New(), unit.Region, unit.Code, KindOf(unit).ToString(), unit.Zh, unit.En);
        Add(command, unit.Parent, NpgsqlDbType.Text);
        Add(command, unit.CreditCode, NpgsqlDbType.Text);
        Add(command, Capitalised(unit.DecidingBodyKind), NpgsqlDbType.Text);
        Add(command, unit.Contact is null ? "{}" : JsonSerializer.Serialize(unit.Contact, SeedFile.Options), NpgsqlDbType.Jsonb);
        Add(command, unit.Provenance.ToString(), NpgsqlDbType.Text);
        Add(command, unit.ActiveFrom, NpgsqlDbType.Date);
        return command;
    }

    private static OrganisationKind KindOf(OrganisationSeed unit) => Enum.Parse<OrganisationKind>(unit.Kind, ignoreCase: true);

    private static string? Capitalised(string? word) => word is null ? null : char.ToUpperInvariant(word[0]) + word[1..];

    private static NpgsqlBatchCommand Command(string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }

    private static void Add(NpgsqlBatchCommand command, object? value, NpgsqlDbType type) =>
        command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value, NpgsqlDbType = type });
}
