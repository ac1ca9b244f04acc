using System.Data;
using System.Security.Cryptography;
using Npgsql;
using NpgsqlTypes;
using TalentPortal.Core.Files.Scanning;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Files;

/// <summary>
/// Keeps materials. What a user may do is the caller's to decide; here each id counts only within the scope that comes with it.
/// </summary>
/// <param name="source">The database.</param>
/// <param name="scanner">Looks for viruses before anything is kept.</param>
/// <param name="clock">The portal's time.</param>
public sealed class MaterialStore(NpgsqlDataSource source, IFileScanner scanner, TimeProvider clock)
{
    private const int MaximumListed = 50;

    /// <summary>
    /// Reads, examines and keeps an upload. The same content again, of the same owner, subject, code and trust level, is the same
    /// material, whatever its name.
    /// </summary>
    /// <param name="upload">What is known of it.</param>
    /// <param name="content">Its bytes; read to the end, or to the first byte above the limit.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The material; or a refusal of <see cref="FileSniffer"/>, of the scanner, or of the quota.</returns>
    public async Task<Result<Material>> AddAsync(MaterialUpload upload, Stream content, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(upload);
        ArgumentNullException.ThrowIfNull(content);
        var read = await UploadBuffer.ReadAsync(content, upload.DeclaredBytes, ct);
        if (!read.Succeeded) return read.Refusal;
        using var buffer = read.Value;
        var format = FileSniffer.Sniff(buffer.Content, upload.FileName);
        if (!format.Succeeded) return format.Refusal;
        var scan = await scanner.ScanAsync(buffer.Content, ct);
        if (!scan.Succeeded) return scan.Refusal;
        return await KeepAsync(Describe(upload, format.Value, buffer.Content.Span), upload.Quota, buffer.Content, ct);
    }

    /// <summary>Opens a material for reading.</summary>
    /// <returns>The material with its bytes, to be disposed of; or <see cref="MaterialNotFound"/>.</returns>
    public async Task<Result<MaterialContent>> OpenAsync(Guid id, MaterialScope scope, CancellationToken ct)
    {
        var connection = await source.OpenConnectionAsync(ct);
        try
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"""
                select {MaterialRows.Columns}, c.content from materials m join material_contents c on c.material_id = m.id
                where {MaterialRows.InScope} and m.id = $5 and m.removed_at is null
                """;
            MaterialRows.AddScope(command.Parameters, scope);
            command.Parameters.Add(Value(id));
            var reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, ct);
            if (await reader.ReadAsync(ct))
            {
                var material = MaterialRows.Read(reader);
                return new MaterialContent(material, await reader.GetStreamAsync(MaterialRows.ColumnCount, ct), reader, connection);
            }

            await reader.DisposeAsync();
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }

        await connection.DisposeAsync();
        return new MaterialNotFound();
    }

    /// <summary>Removes a material that its owner no longer wants: the content goes, the row stays and says when.</summary>
    /// <returns>
    /// Success; <see cref="MaterialNotFound"/>; <see cref="MaterialInUse"/> once a case with it was submitted; or
    /// <see cref="MaterialInDraft"/> until it is taken off the draft.
    /// </returns>
    public async Task<Result> RemoveAsync(Guid id, Guid ownerUserId, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        const string Lock = "select id from materials where id = $1 and owner_user_id = $2 and removed_at is null for update";
        if (await ScalarAsync(connection, Lock, ct, Value(id), Value(ownerUserId)) is null) return new MaterialNotFound();

        // After the lock, for which a transaction that just links the material makes us wait.
        const string Links = """
            select bool_or(a.submitted_at is not null) from case_materials l join applications a on a.case_id = l.case_id
            where l.material_id = $1 and (a.submitted_at is not null or a.status = 'Draft')
            """;
        if (await ScalarAsync(connection, Links, ct, Value(id)) is bool isSubmitted)
        {
            return isSubmitted ? new MaterialInUse() : new MaterialInDraft();
        }

        await using var batch = new NpgsqlBatch(connection);
        Add(batch, "update materials set removed_at = $2 where id = $1", Value(id), Value(Now()));
        Add(batch, "delete from material_contents where material_id = $1", Value(id));
        await batch.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
        return Result.Success;
    }

    /// <summary>
    /// Earlier materials that may stand for a code again, the newest first, at most 50: those of the same subject; and for a user
    /// who acts for nobody yet known, the user's own that concern nobody else.
    /// </summary>
    public async Task<IReadOnlyList<Material>> ListReusableAsync(
        Guid userId, Guid? personId, Guid? organisationId, string code, CancellationToken ct)
    {
        await using var command = source.CreateCommand($"""
            select {MaterialRows.Columns} from materials m
            where m.code = $4 and m.removed_at is null
              and m.person_id is not distinct from $2 and m.organisation_id is not distinct from $3
              and (m.owner_user_id = $1 or $2 is not null or $3 is not null)
            order by m.uploaded_at desc, m.id desc limit {MaximumListed}
            """);
        command.Parameters.Add(Value(userId));
        command.Parameters.Add(MaterialRows.OptionalId(personId));
        command.Parameters.Add(MaterialRows.OptionalId(organisationId));
        command.Parameters.Add(Value(code));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var found = new List<Material>();
        while (await reader.ReadAsync(ct)) found.Add(MaterialRows.Read(reader));
        return found;
    }

    /// <summary>To the microsecond, as the database keeps it.</summary>
    private DateTimeOffset Now()
    {
        var now = clock.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    private Material Describe(MaterialUpload upload, FileFormat format, ReadOnlySpan<byte> content) => new()
    {
        Id = Ids.New(),
        OwnerUserId = upload.OwnerUserId,
        PersonId = upload.PersonId,
        OrganisationId = upload.OrganisationId,
        Code = upload.Code,
        FileName = FileName.Clean(upload.FileName, format),
        ContentType = format.ContentType,
        SizeBytes = content.Length,
        Sha256 = SHA256.HashData(content),
        TrustLevel = upload.TrustLevel,
        UploadedAt = Now(),
    };

    private async Task<Result<Material>> KeepAsync(Material material, UploadQuota quota, ReadOnlyMemory<byte> content, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var before = await LookAsync(connection, material, quota, ct);
        if (before.Same is { } same) return same;
        if (before.Files + 1 > quota.Files || before.Bytes + material.SizeBytes > quota.Bytes)
        {
            return new UploadQuotaReached(quota.Files, quota.Bytes / (1024 * 1024));
        }

        await using var batch = new NpgsqlBatch(connection);
        Add(
            batch,
            """
            insert into materials (id, owner_user_id, person_id, organisation_id, code, file_name, content_type, size_bytes, sha256,
              trust_level, uploaded_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            """,
            [
                Value(material.Id), Value(material.OwnerUserId), MaterialRows.OptionalId(material.PersonId),
                MaterialRows.OptionalId(material.OrganisationId), Value(material.Code), Value(material.FileName),
                Value(material.ContentType), Value(material.SizeBytes), Value(material.Sha256),
                Value(material.TrustLevel.ToString()), Value(material.UploadedAt),
            ]);
        Add(
            batch,
            "insert into material_contents (material_id, content) values ($1, $2)",
            Value(material.Id),
            new NpgsqlParameter<ReadOnlyMemory<byte>> { TypedValue = content, NpgsqlDbType = NpgsqlDbType.Bytea });
        await batch.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
        return material;
    }

    /// <summary>
    /// Lets one upload of an owner after the other through, until the transaction's end, and tells what is there already: equal
    /// uploads at once become one, and the quota holds.
    /// </summary>
    private static async Task<(Material? Same, long Files, decimal Bytes)> LookAsync(
        NpgsqlConnection connection, Material material, UploadQuota quota, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection);
        Add(batch, "select pg_advisory_xact_lock(hashtextextended('materials ' || $1::text, 0))", Value(material.OwnerUserId));
        Add(
            batch,
            "select count(*), coalesce(sum(size_bytes), 0) from materials where owner_user_id = $1 and uploaded_at >= $2",
            Value(material.OwnerUserId),
            Value(quota.StartedAt.ToUniversalTime()));
        Add(
            batch,
            $"""
            select {MaterialRows.Columns} from materials m
            where m.owner_user_id = $1 and m.code = $2 and m.sha256 = $3 and m.trust_level = $4 and m.removed_at is null
              and m.person_id is not distinct from $5 and m.organisation_id is not distinct from $6
            """,
            [
                Value(material.OwnerUserId), Value(material.Code), Value(material.Sha256), Value(material.TrustLevel.ToString()),
                MaterialRows.OptionalId(material.PersonId), MaterialRows.OptionalId(material.OrganisationId),
            ]);
        await using var reader = await batch.ExecuteReaderAsync(ct);
        await reader.NextResultAsync(ct);
        await reader.ReadAsync(ct);
        var (files, bytes) = (reader.GetInt64(0), reader.GetDecimal(1));
        await reader.NextResultAsync(ct);
        return (await reader.ReadAsync(ct) ? MaterialRows.Read(reader) : null, files, bytes);
    }

    private static NpgsqlParameter<T> Value<T>(T value) => new() { TypedValue = value };

    private static void Add(NpgsqlBatch batch, string sql, params ReadOnlySpan<NpgsqlParameter> parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var parameter in parameters) command.Parameters.Add(parameter);
        batch.BatchCommands.Add(command);
    }

    private static async Task<object?> ScalarAsync(
        NpgsqlConnection connection, string sql, CancellationToken ct, params NpgsqlParameter[] parameters)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddRange(parameters);
        return await command.ExecuteScalarAsync(ct);
    }
}
