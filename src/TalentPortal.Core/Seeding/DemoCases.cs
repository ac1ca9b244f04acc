using System.Collections.Concurrent;
using Npgsql;

namespace TalentPortal.Core.Seeding;

/// <summary>Which cases are made up: those of the demonstration's accounts. Where there are none, nothing is asked.</summary>
/// <param name="source">The database.</param>
/// <param name="options">Whether there are such accounts.</param>
public sealed class DemoCases(NpgsqlDataSource source, DemoOptions options)
{
    private const int Capacity = 20_000;

    private const string Makers = "from applications a join portal_users u on u.id = a.created_by and u.is_demo";
    private const string CaseSql = $"select exists (select {Makers} where a.case_id = $1)";
    private const string NoticeSql =
        $"select exists (select {Makers} join notice_entries e on e.case_id = a.case_id where e.notice_id = $1)";
    private const string RecognitionSql = $"select exists (select {Makers} join recognitions r on r.case_id = a.case_id where r.id = $1)";
    private const string CertificateSql =
        $"select exists (select {Makers} join recognitions r on r.case_id = a.case_id where r.certificate_number = $1)";

    // Who made a case never changes.
    private readonly ConcurrentDictionary<object, bool> known = new();

    /// <summary>Whether a case is made up.</summary>
    public ValueTask<bool> HasAsync(Guid caseId, CancellationToken ct) => AskAsync(CaseSql, caseId, ct);

    /// <summary>Whether a public notice is about a made-up case.</summary>
    public ValueTask<bool> HasNoticeAsync(Guid noticeId, CancellationToken ct) => AskAsync(NoticeSql, noticeId, ct);

    /// <summary>Whether a recognition ended a made-up case.</summary>
    public ValueTask<bool> HasRecognitionAsync(Guid recognitionId, CancellationToken ct) => AskAsync(RecognitionSql, recognitionId, ct);

    /// <summary>The same by the number of its certificate, without hyphens.</summary>
    public ValueTask<bool> HasCertificateAsync(string number, CancellationToken ct) => AskAsync(CertificateSql, number, ct);

    private async ValueTask<bool> AskAsync(string sql, object key, CancellationToken ct)
    {
        if (!options.IsEnabled) return false;
        if (known.TryGetValue(key, out var isDemo)) return isDemo;
        await using var command = source.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter { Value = key });
        isDemo = (bool)(await command.ExecuteScalarAsync(ct))!;
        if (known.Count >= Capacity) known.Clear();
        return known[key] = isDemo;
    }
}
