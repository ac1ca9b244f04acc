using TalentPortal.Benchmarks.Load;
using TalentPortal.Benchmarks.Yardstick;
using TalentPortal.TestCommon.Portals;

namespace TalentPortal.Benchmarks;

/// <summary>
/// A portal with many applicants, and beside it, on the same cluster, a copy of its database where pgbench writes the rows that one
/// of them made. Rounds of both are taken by turns; before pgbench's, the portal has sent its mails and is idle.
/// </summary>
internal sealed class CaseBench
{
    private const string Officer = "village@demo";
    private const int Round = 480;
    private const int Rounds = 3;

    private readonly PortalProcess portal;
    private readonly BenchDatabases databases;
    private readonly Pgbench pgbench;
    private readonly List<Applicant> applicants;
    private readonly string submitScript;
    private readonly string decideScript;
    private readonly string officerToken;
    private int submitted;
    private int decided;
    private int submitPlace;
    private int decidePlace;

    private CaseBench(PortalProcess portal, BenchDatabases databases, Pgbench pgbench, List<Applicant> applicants,
        (string Submit, string Decide) scripts, string officerToken)
    {
        (this.portal, this.databases, this.pgbench, this.applicants) = (portal, databases, pgbench, applicants);
        (submitScript, decideScript, this.officerToken) = (scripts.Submit, scripts.Decide, officerToken);
    }

    /// <summary>Starts the cluster and the portal, signs everybody in, logs one submit and one decision, and warms both sides up.</summary>
    public static async Task<CaseBench> PrepareAsync(Bench bench)
    {
        var program = Pgbench.Find();
        var server = await bench.StartDatabaseAsync("cluster", StatementLog.Settings);
        await bench.EndAsync(await bench.StartPortalAsync("cases", server.ConnectionString));
        var both = new BenchDatabases(server.ConnectionString);
        List<Applicant> everybody = [.. Enumerable.Range(0, 1 + (Round * (Rounds + 1))).Select(number => new Applicant(number))];
        await both.AddAccountsAsync(everybody, "portrait", "photos");
        await both.CopyAsync();
        var running = await bench.StartPortalAsync("cases", server.ConnectionString);
        var people = new PeopleAtWork(running.Url!);
        Bench.Say($"signing {everybody.Count} applicants in");
        people.SignIn(everybody);
        var officer = people.SignIn(Officer);
        var scripts = await WriteScriptsAsync(bench, both, people, everybody[0], officer);
        var cases = new CaseBench(running, both, new Pgbench(program, both.YardstickAddress), everybody, scripts, officer)
        {
            submitted = 1,
            decided = 1,
        };
        cases.WarmUp();
        return cases;
    }

    /// <summary>Logs what one applicant and one decision write, and makes pgbench's scripts of it.</summary>
    private static async Task<(string Submit, string Decide)> WriteScriptsAsync(
        Bench bench, BenchDatabases both, PeopleAtWork people, Applicant model, string officer)
    {
        var log = new StatementLog(both.Portal, StatementLog.FileIn(bench.FolderOf("cluster")));
        var submit = await log.OfRequestAsync(() => Task.Run(() => people.Submit([model])));
        var decide = await log.OfRequestAsync(() => Task.Run(() => people.Decide([model], officer)));
        Bench.Say($"one submit is {submit.Count} statements, one decision {decide.Count}");
        var script = new PgbenchScript(await both.SharedIdsAsync(), model.CaseNumber);
        await both.AddModelAsync(model, LoadDriver.Clients, (Rounds + 1) * PlacesARound);
        var files = (Submit: bench.FolderOf("submit.sql"), Decide: bench.FolderOf("decide.sql"));
        await using var connection = await both.Yardstick.OpenConnectionAsync();
        await File.WriteAllTextAsync(files.Submit, await script.WriteAsync(connection, submit));
        await File.WriteAllTextAsync(files.Decide, await script.WriteAsync(connection, decide));
        return files;
    }

    /// <summary>Places of one round on each client of pgbench.</summary>
    private static int PlacesARound => Round / LoadDriver.Clients;

    /// <summary>So many applicants hand in.</summary>
    /// <returns>Applications a second.</returns>
    public double SubmitRound()
    {
        var rate = new PeopleAtWork(portal.Url!).Submit(applicants.GetRange(submitted, Round));
        submitted += Round;
        return rate;
    }

    /// <summary>The officer decides on as many.</summary>
    /// <returns>Decisions a second.</returns>
    public double DecideRound()
    {
        if (decided + Round > submitted) SubmitRound();
        var rate = new PeopleAtWork(portal.Url!).Decide(applicants.GetRange(decided, Round), officerToken);
        decided += Round;
        return rate;
    }

    /// <summary>pgbench writes as many submits.</summary>
    /// <returns>Transactions a second.</returns>
    public double SubmitYardstick()
    {
        databases.AwaitIdle();
        var rate = pgbench.Run(submitScript, PlacesARound, submitPlace);
        submitPlace += PlacesARound;
        return rate;
    }

    /// <summary>pgbench writes as many decisions, on the rows that its submits wrote.</summary>
    /// <returns>Transactions a second.</returns>
    public double DecideYardstick()
    {
        if (decidePlace + PlacesARound > submitPlace) SubmitYardstick();
        databases.AwaitIdle();
        var rate = pgbench.Run(decideScript, PlacesARound, decidePlace);
        decidePlace += PlacesARound;
        return rate;
    }

    private void WarmUp()
    {
        SubmitRound();
        DecideRound();
        SubmitYardstick();
        DecideYardstick();
        databases.Analyse();
    }
}
