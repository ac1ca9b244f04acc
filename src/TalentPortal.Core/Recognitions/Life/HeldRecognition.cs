using Npgsql;
using TalentPortal.Core.Cases;

namespace TalentPortal.Core.Recognitions.Life;

/// <summary>A recognition as its holder's standing reads it.</summary>
/// <param name="Id">Key.</param>
/// <param name="Status">Where it is in its life.</param>
/// <param name="IssuedOn">First day.</param>
/// <param name="ValidTo">Last day.</param>
/// <param name="Level">Code of <c>recognition-levels</c>.</param>
internal sealed record HeldRecognition(Guid Id, RecognitionStatus Status, DateOnly IssuedOn, DateOnly ValidTo, string Level)
{
    private const string ColumnsSql = "select id, status, issued_on, valid_to, level from recognitions where person_id = $1 and ";
    private const string NumberSql = ColumnsSql + "certificate_number = $2 for no key update";
    private const string CategorySql = ColumnsSql + "category = $2 and status in ('Valid', 'Suspended') order by issued_on, id";

    /// <summary>
    /// A person's recognition of this number, whatever its status; it is held, so that it cannot end before what follows is written.
    /// </summary>
    public static async Task<HeldRecognition?> OfNumberAsync(CaseWork work, Guid person, string number, CancellationToken ct) =>
        await ReadAsync(work, NumberSql, person, number, ct) is [var one] ? one : null;

    /// <summary>What a person has in a category that is not ended, whatever its dates; the oldest first.</summary>
    public static Task<IReadOnlyList<HeldRecognition>> InCategoryAsync(CaseWork work, Guid person, string category, CancellationToken ct) =>
        ReadAsync(work, CategorySql, person, category, ct);

    private static async Task<IReadOnlyList<HeldRecognition>> ReadAsync(
        CaseWork work, string sql, Guid person, string text, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, work.Connection) { Parameters = { CaseBatch.Uuid(person), CaseBatch.Text(text) } };
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<HeldRecognition>();
        while (await reader.ReadAsync(ct))
        {
            rows.Add(new HeldRecognition(
                reader.GetGuid(0), Enum.Parse<RecognitionStatus>(reader.GetString(1)), reader.GetFieldValue<DateOnly>(2),
                reader.GetFieldValue<DateOnly>(3), reader.GetString(4)));
        }

        return rows;
    }
}
