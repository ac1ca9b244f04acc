using System.Text.Json.Nodes;
using TalentPortal.Benchmarks.Load;
using TalentPortal.Benchmarks.Yardstick;
using TalentPortal.Core.Kernel;
using TalentPortal.TestCommon;

namespace TalentPortal.Benchmarks;

/// <summary>Makes cards: one is applied for, checked and issued through the API, the others are cast from its rows.</summary>
internal static class CardMaker
{
    /// <summary>Visits that the first card has left after the use that is logged.</summary>
    public const int Left = 50;

    private const string Level = "D";

    /// <summary>Tables with rows of a card's case, and what of them must not be there twice.</summary>
    private static readonly IReadOnlyList<(string Table, string Key, string Others)> Rows =
    [
        ("cases", "id", "'number', null"),
        ("talent_cards", "case_id", "'person_id', {0}, 'application_case_id', {0}, 'number', {1}"),
        ("card_numbers", "case_id", "'number', {1}"),
        ("card_bases", "case_id", "'id', {0}"),
        ("consents", "case_id", "'id', gen_random_uuid()"),
    ];

    /// <summary>Seed data in which the level has as many visits as the figure counts; all else is as the portal's.</summary>
    /// <returns>The portal's setting.</returns>
    public static IReadOnlyDictionary<string, string> WriteSeeds(string folder)
    {
        foreach (var name in new[] { "seed-data", "workflows" }) CopyFolder(Path.Combine(Repository.Root, name), Path.Combine(folder, name));
        var file = Path.Combine(folder, "seed-data", "cards", "benefits-1.json");
        var catalogue = JsonNode.Parse(File.ReadAllText(file))!;
        catalogue["grants"]!.AsArray().Single(grant => (string?)grant!["benefit"] == "scenic" && grant["levels"]!.AsArray().Any(level => (string?)level == Level))!["value"] = Left + 1;
        File.WriteAllText(file, catalogue.ToJsonString());
        return new Dictionary<string, string>(StringComparer.Ordinal) { ["Portal__SeedRoot"] = folder };
    }

    /// <summary>Somebody with an honour of the city applies; the office checks and grants; the portal's job issues.</summary>
    /// <returns>The card's case.</returns>
    public static async Task<Guid> MakeAsync(Uri portal, BenchDatabases databases)
    {
        var people = new PeopleAtWork(portal);
        var talent = new Applicant(0);
        await databases.AddAccountsAsync([talent], "portrait", "honourProof");
        people.SignIn([talent]);
        LoadDriver.Each(portal, 1, _ => Apply(talent), 201, (_, body) => talent.Received(body));
        var office = Applicant.Bearer(people.SignIn("office@demo"));
        Decide(portal, office, talent.TaskId, """{"outcome":"Accept","fields":{"photoMatches":true,"groundChecked":true}}""");
        var issue = await databases.KeyAsync("select id from review_tasks where step_code = 'issue' and status = 'Open'");
        Decide(portal, office, issue.ToString(), """{"outcome":"Approve"}""");
        databases.AwaitIdle();
        return await databases.KeyAsync($"select case_id from talent_cards where level = '{Level}'");
    }

    /// <summary>Casts a card for each client and place. Foreign keys sleep meanwhile: nobody asks for the holders.</summary>
    public static async Task CastAsync(BenchDatabases databases, Guid model, int clients, int places)
    {
        var run = PgbenchScript.RunSql("client", "place");
        var (card, number) = (PgbenchScript.KeySql(model, run), "'450311' || lpad((client * 100000 + place)::text, 10, '0') || 'X'");
        await using var connection = await databases.Portal.OpenConnectionAsync();
        await using var batch = connection.CreateBatch();
        batch.BatchCommands.Add(new("set session_replication_role = replica"));
        foreach (var (table, key, others) in Rows)
        {
            batch.BatchCommands.Add(new(
                $"""
                insert into {table} select (jsonb_populate_record(model, jsonb_build_object('{key}', {card}, {string.Format(null, others, card, number)}))).*
                from {table} model, generate_series(0, {clients - 1}) client, generate_series(1, {places}) place where model.{key} = '{model}'
                """));
        }

        batch.BatchCommands.Add(new("reset session_replication_role"));
        await batch.ExecuteNonQueryAsync();
    }

    private static byte[] Apply(Applicant talent) => HttpLine.Request("POST", "/api/v1/applications",
        $"{Applicant.Bearer(talent.Token)}Idempotency-Key: {Ids.New()}\r\n",
        $$$"""
        {"serviceItem":"talent-card","materials":["{{{string.Join("\",\"", talent.Materials)}}}"],"answers":
        {"person":{"name":"Qin Xiaohe","citizenId":"11010519491231002X","phone":"13812345678"},"honour":"city","venueScenic":true,"commitment":true}}
        """);

    private static void Decide(Uri portal, string office, string task, string answer) => LoadDriver.Each(portal, 1,
        _ => HttpLine.Request("POST", $"/api/v1/tasks/{task}/decisions", $"{office}Idempotency-Key: {Ids.New()}\r\n", answer), 201, (_, _) => { });

    private static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
