using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;
using Xunit;

namespace TalentPortal.Web.Tests.Api;

/// <summary>Hundreds of bad bodies for every address that takes one: a problem each time, never an error, and nothing half-written.</summary>
public sealed class FuzzTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const int Seed = 20261121;
    private const int Bodies = 320;
    private const int AtOnce = 8;

    private readonly TestPeople people = new(portal.Services);

    [Fact]
    public async Task Applications_MutatedConsultations_GiveProblemsOrWholeCases()
    {
        var actor = await people.TalentAsync();
        using var talent = new ApiClient(portal, actor);
        var created = await SendAllAsync(talent, "applications", JsonSerializer.Serialize(Applying.Consultation()));
        Assert.InRange(created, 1, Bodies - 1);
        await AssertWholeAsync(actor, created);
    }

    [Fact]
    public async Task Applications_MutatedRecognitions_GiveProblemsOrWholeCases()
    {
        var actor = await people.TalentAsync();
        using var talent = new ApiClient(portal, actor);
        Guid[] materials = [await talent.UploadAsync("RC010001", "portrait"), await talent.UploadAsync("RC010001", "photos")];
        var created = await SendAllAsync(
            talent, "applications", JsonSerializer.Serialize(new { serviceItem = "RC010001", answers = RecognitionForms.Teacher(), materials }));
        await AssertWholeAsync(actor, created);
    }

    [Fact]
    public async Task Decisions_MutatedBodies_GiveProblemsOrOneDecision()
    {
        using var talent = new ApiClient(portal, await people.TalentAsync());
        using var office = new ApiClient(portal, await people.OfficerAsync(PortalRole.TalentOffice, Applying.TalentOffice));
        var (number, task) = await talent.SubmitAsync();
        var body = """
            { "outcome": "Supplement", "reason": "Please say more.", "scores": { "skill": 3 },
              "gaps": [{ "kind": "field", "target": "details", "note": "Since when?" }] }
            """;
        var created = await SendAllAsync(office, $"tasks/{task}/decisions", body);
        Assert.Equal(Math.Min(created, 1), await portal.Database.ScalarAsync(
            "select count(*)::int from decisions d join cases c on c.id = d.case_id where c.number = $1", number));
        Assert.Empty(await portal.Services.GetRequiredService<AuditVerifier>().VerifyAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Claims_WithAnyBody_AreHarmless()
    {
        using var talent = new ApiClient(portal, await people.TalentAsync());
        using var office = new ApiClient(portal, await people.OfficerAsync(PortalRole.TalentOffice, Applying.TalentOffice));
        var (_, task) = await talent.SubmitAsync();
        Assert.Equal(Bodies, await SendAllAsync(office, $"tasks/{task}/claim", """{ "a": { "b": 1 } }"""));
        Assert.Equal(1L, await portal.Database.ScalarAsync("select count(*) from review_tasks where id = $1 and status = 'Claimed'", task));
    }

    [Fact]
    public async Task Tokens_MutatedBodies_GiveProblems()
    {
        await using var open = portal.WithWebHostBuilder(builder => builder.ConfigureTestServices(services => services.AddSingleton(provider =>
            SecurityRules.Read(provider.GetRequiredService<TalentPortal.Core.Kernel.SeedFolder>()) with { AccountPostsPerMinute = 10_000, LockoutAttempts = 10_000 })));
        using var visitor = new ApiClient(open);
        var before = await portal.Database.ScalarAsync("select count(*) from operation_events where type = 'TokenIssued'");
        var issued = await SendAllAsync(visitor, "tokens", """{ "userName": "expert7@demo", "password": "Demo-2026!" }""");
        Assert.Equal((long)before! + issued, await portal.Database.ScalarAsync("select count(*) from operation_events where type = 'TokenIssued'"));
        Assert.Equal(0, await SendAllAsync(visitor, "tokens/refresh", """{ "refreshToken": "CfDJ8AAAA" }"""));
    }

    [Fact]
    public async Task Materials_MutatedUploads_GiveProblemsOrWholeFiles()
    {
        var actor = await people.TalentAsync();
        using var talent = new ApiClient(portal, actor);
        using var whole = Applying.Upload(Applying.Picture);
        var bytes = await whole.ReadAsByteArrayAsync();
        var type = whole.Headers.ContentType!.ToString();
        var mutations = new Mutations(Seed);
        var bodies = Enumerable.Range(0, Bodies).Select(_ => mutations.ChangeBytes(bytes)).ToList();
        await SendAllAsync(talent, "materials", bodies, type);
        Assert.Equal(0L, await portal.Database.ScalarAsync(
            """
            select count(*) from materials m left join material_contents c on c.material_id = m.id
            where m.owner_user_id = $1 and (c.content is null or length(c.content) <> m.size_bytes)
            """, actor.UserId));
    }

    private static Task<int> SendAllAsync(ApiClient client, string path, string json)
    {
        var mutations = new Mutations(Seed);
        return SendAllAsync(client, path, Enumerable.Range(0, Bodies).Select(_ => mutations.Of(json)).ToList(), "application/json");
    }

    /// <summary>Sends them and counts successes.</summary>
    private static async Task<int> SendAllAsync(ApiClient client, string path, IReadOnlyList<byte[]> bodies, string type)
    {
        var succeeded = 0;
        await Parallel.ForEachAsync(bodies.Index(), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (body, _) =>
        {
            using var content = new ByteArrayContent(body.Item);
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
            using var answer = await client.SendAsync(path, content, $"fuzz-{body.Index}");
            var text = await answer.Content.ReadAsStringAsync(CancellationToken.None);
            Assert.True((int)answer.StatusCode < 500, $"Seed {Seed}, body {body.Index}: {answer.StatusCode} {text}");
            if (answer.IsSuccessStatusCode) Interlocked.Increment(ref succeeded);
            else Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        });
        return succeeded;
    }

    /// <summary>As many cases as were acknowledged, each with number, one open task, one message, and an audit that holds.</summary>
    private async Task AssertWholeAsync(Actor actor, int created)
    {
        Assert.Equal(created, await CountAsync("select count(*)::int from applications where created_by = $1", actor));
        Assert.Equal(created, await CountAsync("select count(*)::int from operations where user_id = $1 and type = 'ApplicationSubmitting'", actor));
        Assert.Equal(created, await CountAsync(
            """
            select count(*)::int from applications a join cases c on c.id = a.case_id where a.created_by = $1 and c.number is not null
              and (select count(*) from review_tasks t where t.case_id = c.id and t.status = 'Open') = 1
              and (select count(*) from bookmarks b where b.case_id = c.id) >= 1
              and (select count(*) from outbox_messages m where m.case_id = c.id) = 1
            """, actor));
        Assert.Equal(0, await CountAsync("select count(*)::int from cases c where not exists (select from applications a where a.case_id = c.id) and $1 is not null", actor));
        Assert.Empty(await portal.Services.GetRequiredService<AuditVerifier>().VerifyAsync(CancellationToken.None));
    }

    private Task<object?> CountAsync(string sql, Actor actor) => portal.Database.ScalarAsync(sql, actor.UserId);
}
