using System.Globalization;
using System.Text;
using System.Text.Json;
using TalentPortal.Benchmarks.Load;
using TalentPortal.Benchmarks.Yardstick;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Benchmarks.Figures;

/// <summary>A hundred ticked tasks answered at once against a hundred single decisions, one after the other: what PostgreSQL spends on both.</summary>
internal static class Batches
{
    private const int Rows = 100;
    private const int Rounds = 3;

    private const string TasksSql =
        "select id from review_tasks where service_item_code = 'RC320001' and status = 'Open' order by created_at, id";

    /// <summary>Measures.</summary>
    /// <returns>The database time of the single decisions over the batch's.</returns>
    public static async Task<double> RunAsync(Bench bench)
    {
        var server = await bench.StartDatabaseAsync("batch-cluster", DurationLog.Settings);
        var portal = await bench.StartPortalAsync("batch", server.ConnectionString);
        var databases = new BenchDatabases(server.ConnectionString);
        var log = new DurationLog(DurationLog.FileIn(bench.FolderOf("batch-cluster")));
        using var line = new HttpLine(portal.Url!);
        var people = new PeopleAtWork(portal.Url!);
        var (talent, officer) = (people.SignIn("talent@demo"), people.SignIn("office@demo"));
        Ask(line, talent, 2 * Rows * (Rounds + 1));
        var tasks = new Queue<Guid>(await databases.KeysAsync(TasksSql));
        var ratios = new List<double>();
        for (var round = 0; round <= Rounds; round++)
        {
            var single = Time(log, databases, () => Each(line, officer, Take(tasks)));
            var batch = Time(log, databases, () => Together(line, officer, Take(tasks)));
            Bench.Say(string.Create(CultureInfo.InvariantCulture, $"{Rows} single decisions {single:0} ms of the database, a batch of {Rows} {batch:0} ms"));
            // The first round warms both up.
            if (round > 0) ratios.Add(single / batch);
        }

        await bench.EndAsync(portal);
        return ratios.Order().ElementAt(Rounds / 2);
    }

    private static void Ask(HttpLine line, string token, int count)
    {
        for (var number = 0; number < count; number++)
        {
            Expect(line, 201, HttpLine.Request("POST", "/api/v1/applications", $"{Applicant.Bearer(token)}Idempotency-Key: {Ids.New()}\r\n",
                """
                {"serviceItem":"talent-consultation","materials":[],"answers":{"kind":"question","topic":"other","title":"Which papers do I need",
                "details":"I grow fruit and want to know.","acceptedBy":"talentOffice","onBehalfOf":"self","contact":{"name":"Qin Xiaohe","phone":"13800138000"}}}
                """));
        }
    }

    private static void Each(HttpLine line, string token, List<Guid> tasks)
    {
        foreach (var task in tasks)
            Expect(line, 201, HttpLine.Request("POST", $"/api/v1/tasks/{task}/decisions", Applicant.Bearer(token), """{"outcome":"Accept"}"""));
    }

    private static void Together(HttpLine line, string token, List<Guid> tasks)
    {
        var body = JsonSerializer.Serialize(new Dictionary<string, object>(StringComparer.Ordinal) { ["tasks"] = tasks, ["outcome"] = "Accept" });
        Expect(line, 200, HttpLine.Request("POST", "/api/v1/tasks/batch", Applicant.Bearer(token), body));
        using var answer = JsonDocument.Parse(line.Body);
        if (answer.RootElement.GetProperty("rows").EnumerateArray().Any(row => row.GetProperty("httpStatus").GetInt32() != 201))
            throw new InvalidOperationException("A row of the batch was not decided: " + Encoding.UTF8.GetString(line.Body.Span));
    }

    private static void Expect(HttpLine line, int status, byte[] request)
    {
        var answered = line.Send(request);
        if (answered != status) throw new InvalidOperationException($"The portal answered {answered}: {Encoding.UTF8.GetString(line.Body.Span)}");
    }

    private static List<Guid> Take(Queue<Guid> tasks) => [.. Enumerable.Range(0, Rows).Select(_ => tasks.Dequeue())];

    /// <summary>Milliseconds that the database's sessions were at work, until the mails were sent too.</summary>
    private static double Time(DurationLog log, BenchDatabases databases, Action work)
    {
        databases.AwaitIdle();
        return log.During(() =>
        {
            work();
            databases.AwaitIdle();
        });
    }
}
