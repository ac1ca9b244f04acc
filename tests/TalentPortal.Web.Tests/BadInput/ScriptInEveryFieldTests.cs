using System.Net;
using TalentPortal.Core.Accounts;
using TalentPortal.TestCommon.People;
using TalentPortal.Web.Tests.Talent;
using Xunit;

namespace TalentPortal.Web.Tests.BadInput;

/// <summary>Markup in every text that somebody can type, handed in and decided: each page that shows it shows it as text.</summary>
public sealed class ScriptInEveryFieldTests(FormPortal portal) : IClassFixture<FormPortal>
{
    private const string Script = "<script>x</script>";
    private const string Image = "\"><img onerror=x>";
    private const string Both = Script + Image;

    private static readonly string[] Raw = ["<script>x", "<img onerror", "onerror=x>"];

    private static (string, string)[] Organisation =>
    [
        ("name", Script), ("creditCode", "91450311MA5K12347L"), ("account", "5555555555554444"),
        ("site", "https://x" + Image.Replace(" ", "/", StringComparison.Ordinal)),
        ("manager.name", Image), ("manager.citizenId", Forms.CitizenId), ("manager.phone", Forms.Phone), ("manager.email", "q@example.cn"),
        ("manager.partyMember", "true"), ("manager.branch", Image),
    ];

    private static (string, string)[] Base =>
    [
        ("town", "450311100"), ("village", ""), ("kind", "plant"), ("subKind", "fruit"), ("languages", "zh"),
        ("area", "38.5"), ("rent", "1200.50"),
        ("owned", "true"), ("foundedOn", "2015-04-01"), ("income", "90000"), ("about", Both),
    ];

    private static (string, string)[] Trainers =>
    [
        ("trainers[0].name", Image), ("trainers[0].phone", "13811118000"), ("trainers[0].level", "3"), ("trainers[0].since", "2020-01-01"),
        ("trainers[0].hours", "120"), ("trainers[0].school", Image),
    ];

    [Fact]
    public async Task HandedInAndDecided_EveryPageThatShowsIt_EncodesItAndForbidsInlineScript()
    {
        var talent = await new TestPeople(portal.Services).TalentAsync(Both);
        using var applicant = new Browser(portal, talent);
        using var office = new Browser(portal, await new TestPeople(portal.Services).OfficerAsync(PortalRole.TalentOffice, "ys-talent-office"));
        var id = await HandInAsync(applicant);
        var number = (string)(await portal.Database.ScalarAsync("select number from cases where id = $1", id))!;
        var task = await OpenTaskAsync(id);

        await AssertTextAsync(applicant, isShown: true, $"/cases/{number}", $"/applications/{id}/receipt", "/cases");
        await AssertTextAsync(applicant, isShown: false,
            "/account", $"/cases/{number}/days", $"/cases/{number}/withdraw", "/applications/start/training-base");
        await AssertTextAsync(office, isShown: true, $"/officer/tasks/{task}", $"/officer/cases/{id}");
        await AssertTextAsync(office, isShown: false,
            "/officer", "/officer/cases", "/leader/cases", $"/officer/cases/{id}/reveal?path=manager.phone");
        using (var found = await office.PostAsync("/officer/cases", ("Term", Both))) await AssertTextAsync(found, isShown: false, "search");

        using (var asked = await office.PostAsync($"/officer/tasks/{task}", ("Input.Outcome", "Supplement"), ("Input.Reason", Both),
            ("Input.Gaps[0].Target", "field:about"), ("Input.Gaps[0].Note", Both)))
            Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        await AssertTextAsync(applicant, isShown: true, $"/cases/{number}", $"/cases/{number}/supplement");
        using (var answered = await applicant.PostAsync($"/cases/{number}/supplement", ("about", Both)))
            Assert.Equal(HttpStatusCode.Redirect, answered.StatusCode);
        var again = await OpenTaskAsync(id);
        await AssertTextAsync(office, isShown: true, $"/officer/tasks/{again}");
        using (var rejected = await office.PostAsync($"/officer/tasks/{again}", ("Input.Outcome", "Reject"), ("Input.Reason", Both)))
            Assert.Equal(HttpStatusCode.Redirect, rejected.StatusCode);
        await AssertTextAsync(applicant, isShown: true, $"/cases/{number}");
        await AssertTextAsync(office, isShown: true, $"/officer/cases/{id}");
    }

    [Fact]
    public async Task FormsThatComeBack_WithMarkupInEachField_EncodeIt()
    {
        using var visitor = new Browser(portal);
        foreach (var (path, fields) in (ValueTuple<string, (string, string)[]>[])
            [
                ("/account/register", [("Input.DisplayName", Both), ("Input.Email", Both), ("Input.Password", Both)]),
                ("/account/signin", [("Input.Name", Both), ("Input.Password", Both)]),
                ("/account/forgotpassword", [("Input.Email", Both)]),
            ])
        {
            using var answer = await visitor.PostAsync(path, fields);
            await AssertTextAsync(answer, isShown: false, path);
        }

        string[] queries = ["/verify?number=", "/services?q=", "/recognitions?category=", "/account/signin?returnUrl=", "/notices?after="];
        foreach (var path in queries)
        {
            using var answer = await visitor.GetAsync(path + Uri.EscapeDataString(Both));
            await AssertTextAsync(answer, isShown: false, path);
        }
    }

    private async Task<Guid> HandInAsync(Browser applicant)
    {
        var form = await Forms.StartAsync(applicant, "training-base");
        ValueTuple<string, (string, string)[]>[] sections = [("organisation", Organisation), ("base", Base), ("trainers", Trainers)];
        foreach (var (section, fields) in sections)
        {
            using var saved = await applicant.PostAsync($"{form}/{section}", fields);
            Assert.True(saved.StatusCode is HttpStatusCode.Redirect, section + ": " + await Browser.BodyAsync(saved));
            await AssertTextAsync(applicant, isShown: true, $"{form}/{section}");
        }

        var id = Forms.KeyOf(form);
        await AddFileAsync(id);
        await AssertTextAsync(applicant, isShown: true, $"/applications/{id}/check", $"{form}/materials");
        using var submitted = await applicant.PostAsync($"/applications/{id}/check", ("consent", "true"));
        Assert.True(submitted.StatusCode is HttpStatusCode.Redirect, await Browser.BodyAsync(submitted));
        return id;
    }

    /// <summary>A file whose name is markup; an upload would only take the last part of its name.</summary>
    private async Task AddFileAsync(Guid id) => await portal.Database.ScalarAsync(
        """
        with added as (
          insert into materials (id, owner_user_id, code, file_name, content_type, size_bytes, sha256, trust_level, uploaded_at)
          select gen_random_uuid(), created_by, 'plan', $2, 'application/pdf', 10, sha256('\x255044462d312e340a00'), 'D', '2026-01-05Z' from applications where case_id = $1
          returning id),
        filled as (insert into material_contents (material_id, content) select id, '\x255044462d312e340a00'::bytea from added)
        insert into case_materials (case_id, material_id, code, linked_at) select $1, id, 'plan', '2026-01-05Z' from added
        """, id, Both + ".pdf");

    private static async Task AssertTextAsync(Browser browser, bool isShown, params string[] paths)
    {
        foreach (var path in paths)
        {
            using var answer = await browser.GetAsync(path);
            Assert.True(answer.StatusCode is HttpStatusCode.OK, $"{path}: {answer.StatusCode}");
            await AssertTextAsync(answer, isShown, path);
        }
    }

    private static async Task AssertTextAsync(HttpResponseMessage answer, bool isShown, string path)
    {
        Assert.True((int)answer.StatusCode < 500, $"{path}: {answer.StatusCode}");
        var html = await answer.Content.ReadAsStringAsync();
        foreach (var raw in Raw) Assert.False(html.Contains(raw, StringComparison.OrdinalIgnoreCase), $"{path} has {raw}");
        var policy = string.Join(' ', answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("script-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        string[] texts = ["&lt;script&gt;x", "&lt;img onerror"];
        Assert.True(!isShown || texts.Any(text => html.Contains(text, StringComparison.Ordinal)), $"{path} does not show it");
    }

    private async Task<Guid> OpenTaskAsync(Guid id)
    {
        var task = await portal.Database.ScalarAsync("select id from review_tasks where case_id = $1 and status in ('Open', 'Claimed')", id);
        return task as Guid? ?? throw new InvalidOperationException("No task waits: "
            + await portal.Database.ScalarAsync("select string_agg(reason || coalesce(detail, ''), '; ') from incidents where case_id = $1", id));
    }
}
