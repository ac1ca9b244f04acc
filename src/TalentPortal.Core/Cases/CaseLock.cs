using Npgsql;

namespace TalentPortal.Core.Cases;

/// <summary>How the one lock finds its case: by its key, or by the key of a row that belongs to it and never to another.</summary>
/// <param name="Named">SQL that gives the case's key for $1.</param>
/// <param name="Id">The key.</param>
internal sealed record CaseLock(string Named, Guid Id)
{
    /// <summary>Locks: a statement of its own, and the first of the transaction.</summary>
    public string Sql { get; } = $"select id, audit_seq, audit_head from cases where id = {Named} for no key update";

    /// <summary>A case by its key.</summary>
    public static CaseLock Of(Guid caseId) => new("$1", caseId);

    /// <summary>The case of a row.</summary>
    /// <param name="table">The row's table, which has a column <c>case_id</c> that does not change.</param>
    /// <param name="id">The row's key.</param>
    public static CaseLock Of(string table, Guid id) => new($"(select case_id from {table} where id = $1)", id);

    /// <summary>The case's key; null where there is none.</summary>
    public async Task<Guid?> CaseIdAsync(NpgsqlDataSource database, CancellationToken ct)
    {
        await using var command = database.CreateCommand($"select {Named}::uuid");
        command.Parameters.Add(CaseBatch.Uuid(Id));
        return await command.ExecuteScalarAsync(ct) as Guid?;
    }
}
