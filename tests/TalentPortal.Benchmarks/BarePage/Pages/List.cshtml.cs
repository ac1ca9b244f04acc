using Microsoft.AspNetCore.Mvc.RazorPages;
using Npgsql;

namespace TalentPortal.Benchmarks.BarePage.Pages;

/// <summary>Twenty open tasks, by key: nobody is asked who they are, nothing is counted.</summary>
internal sealed class ListModel(NpgsqlDataSource database) : PageModel
{
    private const string Sql = """
        select t.id, c.number, a.subject_name, t.step_code, t.due_on
        from review_tasks t join cases c on c.id = t.case_id join applications a on a.case_id = t.case_id
        order by t.id limit 20
        """;

    /// <summary>The rows.</summary>
    public List<(Guid Id, string Number, string Name, string Step, DateOnly? DueOn)> Rows { get; } = [];

    /// <summary>Reads them.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        await using var command = database.CreateCommand(Sql);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            Rows.Add((reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetFieldValue<DateOnly?>(4)));
    }
}
