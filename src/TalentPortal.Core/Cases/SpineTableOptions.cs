using NpgsqlTypes;

namespace TalentPortal.Core.Cases;

/// <summary>What a <see cref="SpineTable{T}"/> can't tell from its row type.</summary>
public sealed record SpineTableOptions
{
    /// <summary>The primary key's properties; one or two.</summary>
    public IReadOnlyList<string> Key { get; init; } = ["Id"];

    /// <summary>String properties kept as <c>jsonb</c>: the database may reorder them.</summary>
    public IReadOnlyList<string> Jsonb { get; init; } = [];

    /// <summary>String properties kept as <c>json</c>: what goes in comes out, letter by letter.</summary>
    public IReadOnlyList<string> Json { get; init; } = [];

    /// <summary>The property that counts changes, where two may edit.</summary>
    public string? Revision { get; init; }

    /// <summary>The column that names the case.</summary>
    public string CaseColumn { get; init; } = "case_id";

    /// <summary>SQL that narrows what is read with the lock, for example <c>" and closed_at is null"</c>.</summary>
    public string LoadFilter { get; init; } = "";

    /// <summary>
    /// The columns by which rows are read, for example <c>"decided_at, id"</c>: as they lie in the table they come mostly, not always, as
    /// they were written. Only a table that has one row a case, or is not read with the lock, goes without.
    /// </summary>
    public string LoadOrder { get; init; } = "";

    /// <summary>Whether changes leave a digest in the audit.</summary>
    public bool Audited { get; init; }

    /// <summary>Whether rows are read with the lock.</summary>
    public bool Loaded { get; init; } = true;

    internal NpgsqlDbType? JsonType(string property) =>
        Jsonb.Contains(property) ? NpgsqlDbType.Jsonb : Json.Contains(property) ? NpgsqlDbType.Json : null;
}
