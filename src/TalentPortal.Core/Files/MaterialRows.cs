using Npgsql;

namespace TalentPortal.Core.Files;

/// <summary>Rows of <c>materials</c> in plain SQL, for those who write their own batch.</summary>
public static class MaterialRows
{
    /// <summary>The columns in the order in which <see cref="Read"/> expects them, of a table named <c>m</c>.</summary>
    internal const string Columns =
        "m.id, m.owner_user_id, m.person_id, m.organisation_id, m.code, m.file_name, m.content_type, m.size_bytes, m.sha256, "
        + "m.trust_level, m.uploaded_at, m.removed_at";

    /// <summary>How many columns <see cref="Columns"/> names.</summary>
    internal const int ColumnCount = 12;

    /// <summary>Keeps to a scope that <see cref="AddScope"/> gave as $1 to $4.</summary>
    internal const string InScope =
        "(m.owner_user_id = $1 or m.person_id = $2 or m.organisation_id = $3 "
        + "or exists (select from case_materials l where l.material_id = m.id and l.case_id = $4))";

    /// <summary>
    /// Selects those of these materials that are in the scope and not removed, in ascending id, and holds them until the
    /// transaction's end: none can be removed meanwhile. Fewer rows than ids mean that some are gone. Read with <see cref="Read"/>.
    /// </summary>
    public static NpgsqlBatchCommand Hold(MaterialScope scope, IReadOnlyCollection<Guid> ids)
    {
        var command = new NpgsqlBatchCommand($"""
            select {Columns} from materials m
            where {InScope} and m.id = any($5) and m.removed_at is null order by m.id for key share of m
            """);
        AddScope(command.Parameters, scope);
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. ids] });
        return command;
    }

    /// <summary>The row on which the reader stands.</summary>
    public static Material Read(NpgsqlDataReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return new Material
        {
            Id = reader.GetGuid(0),
            OwnerUserId = reader.GetGuid(1),
            PersonId = reader.GetFieldValue<Guid?>(2),
            OrganisationId = reader.GetFieldValue<Guid?>(3),
            Code = reader.GetString(4),
            FileName = reader.GetString(5),
            ContentType = reader.GetString(6),
            SizeBytes = reader.GetInt64(7),
            Sha256 = reader.GetFieldValue<byte[]>(8),
            TrustLevel = Enum.Parse<TrustLevel>(reader.GetString(9)),
            UploadedAt = reader.GetFieldValue<DateTimeOffset>(10),
            RemovedAt = reader.GetFieldValue<DateTimeOffset?>(11),
        };
    }

    /// <summary>Adds the four parameters of <see cref="InScope"/>.</summary>
    internal static void AddScope(NpgsqlParameterCollection parameters, MaterialScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        foreach (var id in new[] { scope.UserId, scope.PersonId, scope.OrganisationId, scope.CaseId }) parameters.Add(OptionalId(id));
    }

    /// <summary>A key or nothing as a parameter.</summary>
    internal static NpgsqlParameter OptionalId(Guid? id) => new NpgsqlParameter<Guid?> { TypedValue = id };
}
