using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json;
using TalentPortal.TestCommon.People;

namespace TalentPortal.EndToEnd.Tests.Resilience;

/// <summary>People who hand in and officers who decide, until they are told to stop; every answer they got is kept.</summary>
internal sealed class Load(RotatingPortals portals)
{
    private static readonly byte[] Picture = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    /// <summary>Nobody hands in without one; it leaves the portals that start their share of the machine.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(30);

    private int keys;

    /// <summary>Numbers of the acknowledged submits by key.</summary>
    public ConcurrentDictionary<string, string> Submits { get; } = new(StringComparer.Ordinal);

    /// <summary>Ids and outcomes of the acknowledged decisions by task.</summary>
    public ConcurrentDictionary<Guid, (Guid Decision, string Outcome)> Decisions { get; } = new();

    /// <summary>How much was acknowledged.</summary>
    public int Acknowledged => Submits.Count + Decisions.Count;

    /// <summary>Answers that should not have come.</summary>
    public ConcurrentBag<string> Surprises { get; } = [];

    /// <summary>How often a request had to be sent again.</summary>
    public int Repeats => repeats;

    /// <summary>How often a portal was killed under a request.</summary>
    public int Lost => lost;

    private int repeats;
    private int lost;

    /// <summary>Runs until it is told to stop; then every request under way is answered first.</summary>
    public Task RunAsync(CancellationToken stop) => Task.WhenAll(
        ApplyAsync("talent@demo", isRecognition: false, stop),
        ApplyAsync("talent@demo", isRecognition: true, stop),
        DecideAsync(["office@demo"], stop),
        DecideAsync(["town@demo", "village@demo"], stop));

    private async Task ApplyAsync(string userName, bool isRecognition, CancellationToken stop)
    {
        using var client = new StubbornClient(portals, userName);
        Guid[] materials = isRecognition
            ? [await client.UploadAsync("RC010001", "portrait", Picture), await client.UploadAsync("RC010001", "photos", Picture)]
            : [];
        while (!stop.IsCancellationRequested)
        {
            var number = Interlocked.Increment(ref keys);
            var key = string.Create(CultureInfo.InvariantCulture, $"submit-{number}");
            var body = isRecognition ? Recognition(materials) : Consultation(number);
            var (status, answer) = await client.SendAsync(HttpMethod.Post, "applications", body, key);
            if (status is HttpStatusCode.Created) Submits[key] = answer.GetProperty("number").GetString()!;
            else Surprises.Add($"{userName} {key}: {status} {answer}");
            await Task.Delay(Breath, CancellationToken.None);
        }

        Count(client);
    }

    private async Task DecideAsync(string[] userNames, CancellationToken stop)
    {
        var clients = userNames.Select(userName => new StubbornClient(portals, userName)).ToArray();
        for (var turn = 0; !stop.IsCancellationRequested; turn = (turn + 1) % clients.Length)
        {
            var (_, page) = await clients[turn].SendAsync(HttpMethod.Get, "tasks?scope=pool&limit=20");
            foreach (var task in page.GetProperty("tasks").EnumerateArray())
            {
                if (stop.IsCancellationRequested) break;
                await DecideAsync(clients[turn], task.GetProperty("id").GetGuid(), task.GetProperty("step").GetString()!);
                await Task.Delay(Breath, CancellationToken.None);
            }
        }

        foreach (var client in clients)
        {
            Count(client);
            client.Dispose();
        }
    }

    private void Count(StubbornClient client)
    {
        Interlocked.Add(ref repeats, client.Repeats);
        Interlocked.Add(ref lost, client.Lost);
    }

    private async Task DecideAsync(StubbornClient client, Guid task, string step)
    {
        if (Decisions.ContainsKey(task)) return;
        var outcome = OutcomeOf(step, task);
        object body = outcome is "Supplement"
            ? new { outcome, reason = "Please say more.", gaps = new[] { new { kind = "field", target = step is "accept" ? "details" : "papers", note = "Since when?" } } }
            : new { outcome, reason = "Looked at.", scores = Scores(step), fields = Fields(step) };
        var (status, answer) = await client.SendAsync(HttpMethod.Post, $"tasks/{task}/decisions", body, $"decide-{task}");
        if (status is HttpStatusCode.Created) Decisions[task] = (answer.GetProperty("decision").GetGuid(), outcome);
        else if (!IsExpected(status, answer)) Surprises.Add($"{step} {task}: {status} {answer}");
    }

    /// <summary>
    /// An officer cannot decide on what the same account handed in; and the clock is moved by days, after which silence counts as acceptance:
    /// the case can't be turned away any more, or its task is closed already.
    /// </summary>
    private static bool IsExpected(HttpStatusCode status, JsonElement answer) => status is HttpStatusCode.Forbidden
        || (answer.TryGetProperty("code", out var code) && code.GetString() is "AcceptanceOverdue" or "TaskNotOpen");

    /// <summary>Mostly onwards, now and then another way; by the task's id, so that a repetition says the same.</summary>
    private static string OutcomeOf(string step, Guid task) => (step, task.ToByteArray()[15] % 5) switch
    {
        ("accept", 0) => "Supplement",
        ("accept", 1) => "Reject",
        ("accept", _) => "Accept",
        ("answer", _) => "Answered",
        ("recommend", _) => "Recommend",
        _ => "Pass",
    };

    private static Dictionary<string, decimal>? Scores(string step) => step is not "town" ? null : new(StringComparer.Ordinal)
    {
        ["conduct"] = 10,
        ["skill"] = 10,
        ["scale"] = 10,
        ["results"] = 10,
        ["leading"] = 10,
        ["training"] = 10,
    };

    private static object? Fields(string step) =>
        step is not "recommend" ? null : new { votesPresent = 42, votesFor = 40, votesAgainst = 1, votedOn = "2026-02-25", voteRecord = "No. 3" };

    private static object Recognition(Guid[] materials) =>
        new { serviceItem = "RC010001", answers = RecognitionForms.Teacher(), materials, onBehalfBasis = "A letter of 1 March 2026" };

    private static object Consultation(int number) => new
    {
        serviceItem = "RC320001",
        answers = new
        {
            kind = "question",
            topic = "other",
            title = string.Create(CultureInfo.InvariantCulture, $"Question {number}"),
            details = "Which papers do I need?",
            acceptedBy = number % 2 == 0 ? "town" : "talentOffice",
            town = number % 2 == 0 ? "450311100" : null,
            onBehalfOf = "self",
            contact = new { name = "Qin Xiaohe", phone = "13800138000" },
        },
    };
}
