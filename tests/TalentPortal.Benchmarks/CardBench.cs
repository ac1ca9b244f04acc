using System.Diagnostics;
using System.Text.Json;
using TalentPortal.Benchmarks.Load;
using TalentPortal.Benchmarks.Yardstick;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Standards.Parameters;
using TalentPortal.Core.TalentCards.Codes;
using TalentPortal.TestCommon;

namespace TalentPortal.Benchmarks;

/// <summary>
/// A venue with many cards to scan, and beside it, on the same cluster, a copy of the database where pgbench writes what one use wrote.
/// Rounds of both are taken by turns; each use is of a card of its own.
/// </summary>
internal sealed class CardBench
{
    private const string Garden = "ys-venue-garden";
    private const int Round = 480;
    private const int Rounds = 3;

    // A card that is read only for its code: the level's digit is shown by venues without network, and not looked at here.
    private const int LevelDigit = 4;

    private readonly Uri portal;
    private readonly BenchDatabases databases;
    private readonly Pgbench pgbench;
    private readonly string script;
    private readonly string token;
    private readonly Guid venue;
    private readonly Guid model;
    private readonly List<Guid> cards;
    private readonly CardCodes codes = new(TestKeys.Ring(),
        new CardCodeTerms(ParameterTable.Load(Path.Combine(Repository.Root, "seed-data", "parameters")), new PortalTimeZone(TimeProvider.System)), TimeProvider.System);

    private int used;
    private int place;

    private CardBench(Uri portal, BenchDatabases databases, Pgbench pgbench, string script, (string Token, Guid Venue) till, Guid model, List<Guid> cards)
    {
        (this.portal, this.databases, this.pgbench, this.script) = (portal, databases, pgbench, script);
        ((token, venue), this.model, this.cards) = (till, model, cards);
    }

    /// <summary>How long each use after the warm-up took, as its client saw it.</summary>
    public List<TimeSpan> Latencies { get; } = [];

    /// <summary>Starts the cluster and the portal, makes the cards, logs one use and warms both sides up.</summary>
    public static async Task<CardBench> PrepareAsync(Bench bench)
    {
        var program = Pgbench.Find();
        var seeds = CardMaker.WriteSeeds(bench.FolderOf("card-seeds"));
        var server = await bench.StartDatabaseAsync("card-cluster", StatementLog.Settings);
        var both = new BenchDatabases(server.ConnectionString);
        var maker = await bench.StartPortalAsync("cards", server.ConnectionString, seeds);
        var made = await CardMaker.MakeAsync(maker.Url!, both);
        await bench.EndAsync(maker);
        Bench.Say("casting cards");
        await CardMaker.CastAsync(both, made, LoadDriver.Clients, (Rounds + 1) * Round / LoadDriver.Clients);
        await both.CopyAsync();
        var running = await bench.StartPortalAsync("cards", server.ConnectionString, seeds);
        var till = (new PeopleAtWork(running.Url!).SignIn("venue@demo"), await both.KeyAsync($"select id from organisations where code = '{Garden}'"));
        var others = await both.KeysAsync($"select case_id from talent_cards where case_id <> '{made}' order by case_id");
        var cardBench = new CardBench(running.Url!, both, new Pgbench(program, both.YardstickAddress), bench.FolderOf("redeem.sql"), till, made, others);
        await cardBench.WriteScriptAsync(new StatementLog(both.Portal, StatementLog.FileIn(bench.FolderOf("card-cluster"))));
        cardBench.RedeemRound();
        cardBench.RedeemYardstick();
        cardBench.Latencies.Clear();
        both.Analyse();
        return cardBench;
    }

    /// <summary>A round of uses.</summary>
    /// <returns>Uses a second.</returns>
    public double RedeemRound()
    {
        var requests = cards.GetRange(used, Round).ConvertAll(Use);
        used += Round;
        var (begun, taken) = (new long[Round], new TimeSpan[Round]);
        var rate = LoadDriver.Each(portal, Round, number =>
        {
            begun[number] = Stopwatch.GetTimestamp();
            return requests[number];
        }, 201, (number, _) => taken[number] = Stopwatch.GetElapsedTime(begun[number]));
        Latencies.AddRange(taken);
        return rate;
    }

    /// <summary>pgbench writes as many.</summary>
    /// <returns>Transactions a second.</returns>
    public double RedeemYardstick()
    {
        databases.AwaitIdle();
        var rate = pgbench.Run(script, Round / LoadDriver.Clients, place);
        place += Round / LoadDriver.Clients;
        return rate;
    }

    /// <summary>So many clients use one card at the same moment; it has <see cref="CardMaker.Left"/> visits left.</summary>
    /// <returns>How many were served.</returns>
    public int Race(int clients) =>
        LoadDriver.AtOnce(portal, [.. Enumerable.Range(0, clients).Select(_ => Use(model))]).Count(status => status == 201);

    private async Task WriteScriptAsync(StatementLog log)
    {
        var statements = await log.OfRequestAsync(() => Task.Run(() => LoadDriver.Each(portal, 1, _ => Use(model), 201, (_, _) => { })));
        Bench.Say($"one use is {statements.Count} statements");
        await using var connection = await databases.Yardstick.OpenConnectionAsync();
        await File.WriteAllTextAsync(script, await new PgbenchScript(await databases.SharedIdsAsync(), caseNumber: "").WriteAsync(connection, statements));
    }

    private byte[] Use(Guid card) => HttpLine.Request("POST", "/api/v1/redemptions", $"{Applicant.Bearer(token)}Idempotency-Key: {Ids.New()}\r\n",
        JsonSerializer.Serialize(new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["venue"] = venue,
            ["benefit"] = "scenic",
            ["code"] = codes.Next(card, LevelDigit)[0].Text,
        }));
}
