using System.Globalization;
using Npgsql;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Standards.Codes;

namespace TalentPortal.Core.Recognitions.Life;

/// <summary>
/// The first day of a recognition: it takes the place of what the person held in the category, as an upgrade or a renewal, and its first
/// yearly check is planned. The earlier one ends in its own case, by a job.
/// </summary>
public sealed class RecognitionSuccession(AnnualCheckPlan checks, CodeTables codes)
{
    private const string EarlierSql =
        """
        select id, level from recognitions
        where person_id = $1 and category = $2 and id <> $3 and status in ('Valid', 'Suspended') order by issued_on, id
        """;

    /// <summary>Writes the first line of its life.</summary>
    internal async Task BeginAsync(CaseWork work, Recognition issued, CancellationToken ct)
    {
        var earlier = await EarlierAsync(work, issued, ct);
        foreach (var (id, _) in earlier)
            new RecognitionChange(id, RecognitionEventKind.Superseded, work.CaseId, work.Operation.UserId, issued.IssuedOn).Plan(work);
        var kind = earlier is [.., var (_, level)]
            ? Rank(issued.Level) > Rank(level) ? RecognitionEventKind.Upgraded : RecognitionEventKind.Renewed
            : RecognitionEventKind.Issued;
        RecognitionLife.Write(work, issued, new RecognitionChange(issued.Id, kind, work.CaseId, work.Operation.UserId, issued.IssuedOn));
        checks.PlanYear(work, issued, AnnualCheckPlan.FirstYear(issued));
    }

    /// <summary>The level's own rank; 1 is the lowest.</summary>
    private int Rank(string level) => codes["recognition-levels"].Find(level) is { } item && item.Attributes.TryGetValue("rank", out var rank)
        ? int.Parse(rank, CultureInfo.InvariantCulture)
        : throw new InvalidOperationException($"The level '{level}' has no rank.");

    private static async Task<IReadOnlyList<(Guid Id, string Level)>> EarlierAsync(CaseWork work, Recognition issued, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(EarlierSql, work.Connection)
        {
            Parameters = { CaseBatch.Uuid(issued.PersonId), CaseBatch.Text(issued.Category), CaseBatch.Uuid(issued.Id) },
        };
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<(Guid, string)>();
        while (await reader.ReadAsync(ct)) rows.Add((reader.GetGuid(0), reader.GetString(1)));
        return rows;
    }
}
