using System.Net;
using System.Text;
using TalentPortal.Core.Accounts;
using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;
using Xunit;

namespace TalentPortal.Web.Tests.Api;

/// <summary>Handing applications in and reading them.</summary>
public sealed class ApplicationRouteTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private readonly TestPeople people = new(portal.Services);

    [Fact]
    public async Task Post_Consultation_IsCreatedWithNumberStatusAndFirstTask()
    {
        var actor = await people.TalentAsync();
        using var talent = new ApiClient(portal, actor);
        using var answer = await talent.PostAsync("applications", Applying.Consultation(), "first");
        var receipt = await ApiClient.BodyAsync(answer, HttpStatusCode.Created);
        var number = receipt.GetProperty("number").GetString()!;
        Assert.Equal("Submitted", receipt.GetProperty("status").GetString());
        Assert.Equal("accept", Assert.Single(receipt.GetProperty("tasks").EnumerateArray()).GetProperty("step").GetString());
        Assert.Equal("/api/v1/applications/" + number, answer.Headers.Location!.ToString());
        Assert.Equal(actor.UserId, await portal.Database.ScalarAsync(
            "select submitted_by from applications a join cases c on c.id = a.case_id where c.number = $1", number));
        Assert.Equal(1L, await portal.Database.ScalarAsync("select count(*) from operation_events where actor_id = $1 and type = 'ApplicationSubmitted'", actor.UserId));
    }

    [Fact]
    public async Task Get_OwnApplication_ShowsItWithSecretsMasked()
    {
        using var talent = new ApiClient(portal, await people.TalentAsync());
        var (number, task) = await talent.SubmitAsync();
        var application = await talent.ReadAsync("applications/" + number);
        Assert.Equal("RC320001", application.GetProperty("serviceItem").GetString());
        Assert.Equal("accept", application.GetProperty("step").GetString());
        Assert.Equal(task, application.GetProperty("tasks")[0].GetProperty("id").GetGuid());
        Assert.Equal("Which papers do I need", application.GetProperty("answers").GetProperty("title").GetString());
        Assert.DoesNotContain("13800138000", application.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("45031132000120260302000000010")]
    [InlineData("nothing")]
    [InlineData("%20")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    public async Task Get_NumberThatIsNone_IsNotFound(string number)
    {
        using var talent = new ApiClient(portal, await people.TalentAsync());
        using var answer = await talent.GetAsync("applications/" + number);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task PostUrge_IsDoneOncePerDay_AndOnlyForAnOwnApplication()
    {
        using var talent = new ApiClient(portal, await people.TalentAsync());
        using var other = new ApiClient(portal, await people.TalentAsync());
        var (number, _) = await talent.SubmitAsync();
        using (var foreign = await other.PostAsync($"applications/{number}/urge", body: null)) await ApiClient.AssertProblemAsync(foreign, HttpStatusCode.NotFound, "CaseNotFound");
        foreach (var _ in (int[])[1, 2])
        {
            // The same key gets the first answer.
            using var urged = await talent.PostAsync($"applications/{number}/urge", body: null, "hurry-" + number);
            Assert.Equal(HttpStatusCode.NoContent, urged.StatusCode);
        }

        using var again = await talent.PostAsync($"applications/{number}/urge", body: null);
        await ApiClient.AssertProblemAsync(again, HttpStatusCode.Conflict, "UrgedToday");
    }

    [Fact]
    public async Task Get_ApplicationOfOthers_IsNotFoundForTalentsAndOtherTownsAndExperts()
    {
        using var talent = new ApiClient(portal, await people.TalentAsync());
        var (number, _) = await talent.SubmitAsync();
        Actor[] strangers =
        [
            await people.TalentAsync(),
            await people.OfficerAsync(PortalRole.TownReviewer, "ys-town-zhemu"),
            await people.OfficerAsync(PortalRole.Expert, "ys-district"),
            await people.OfficerAsync(PortalRole.Administrator, "ys-district"),
        ];
        foreach (var stranger in strangers)
        {
            using var client = new ApiClient(portal, stranger);
            using var answer = await client.GetAsync("applications/" + number);
            await ApiClient.AssertProblemAsync(answer, HttpStatusCode.NotFound, "CaseNotFound");
        }

        using var office = new ApiClient(portal, await people.OfficerAsync(PortalRole.TalentOffice, Applying.TalentOffice));
        Assert.Equal("Submitted", (await office.ReadAsync("applications/" + number)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task Post_AnswersThatDoNotFitTheForm_NamesEveryFieldInTheCallersLanguage()
    {
        var actor = await people.TalentAsync();
        var body = new
        {
            serviceItem = "talent-consultation",
            answers = new { kind = "no-such", title = 12, details = new { }, acceptedBy = "talentOffice", onBehalfOf = "self", unknownKey = 1, contact = new { phone = "12" } },
        };
        using var english = new ApiClient(portal, actor);
        using var refused = await english.PostAsync("applications", body, "fields");
        var problem = await ApiClient.AssertProblemAsync(refused, HttpStatusCode.UnprocessableEntity, "AnswersInvalid");
        Assert.Equal(["details", "unknownKey"], problem.GetProperty("errors").EnumerateObject().Select(error => error.Name).Order());

        var shaped = new { serviceItem = "talent-consultation", answers = new { kind = "no-such", acceptedBy = "talentOffice", onBehalfOf = "self", contact = new { phone = "12" } } };
        using var chinese = new ApiClient(portal, actor, "zh-CN");
        using var again = await chinese.PostAsync("applications", shaped, "fields-2");
        problem = await ApiClient.AssertProblemAsync(again, HttpStatusCode.UnprocessableEntity, "AnswersInvalid");
        string[] paths = ["contact.name", "contact.phone", "details", "kind", "title", "topic"];
        Assert.Equal(paths, problem.GetProperty("errors").EnumerateObject().Select(error => error.Name).Order(StringComparer.Ordinal));
        Assert.Matches("[\u4e00-\u9fff]", problem.ErrorOf("title"));
        Assert.Equal("zh-CN", Assert.Single(again.Content.Headers.ContentLanguage));
        Assert.Equal(0L, await portal.Database.ScalarAsync("select count(*) from applications where created_by = $1", actor.UserId));
    }

    [Fact]
    public async Task Post_WithoutToken_IsUnauthorizedAndACookieDoesNotHelp()
    {
        using var visitor = new ApiClient(portal);
        using var answer = await visitor.PostAsync("applications", Applying.Consultation(), "visitor");
        await ApiClient.AssertProblemAsync(answer, HttpStatusCode.Unauthorized, "Status401");
        using var cookies = portal.CreateClient();
        cookies.DefaultRequestHeaders.Add("Cookie", ApiClient.CookieOf(portal, await people.TalentAsync()));
        using var page = await cookies.GetAsync(new Uri("/cases", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        using var refused = await cookies.GetAsync(new Uri("/api/v1/applications/1", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    [Fact]
    public async Task Post_EnvelopeOfWrongShape_NamesTheField()
    {
        using var talent = new ApiClient(portal, await people.TalentAsync());
        (string Json, string Path)[] cases =
        [
            ("""{ "serviceItem": 1 }""", "serviceItem"),
            ("""{ "serviceItem": "RC320001", "answers": {}, "materials": ["x"] }""", "materials[0]"),
            ("""{ "serviceItem": "RC320001", "answers": {}, "more": 1 }""", "more"),
            ("""{ "ServiceItem": "RC320001" }""", "ServiceItem"),
            ("""{ "answers": {} }""", "serviceItem"),
            ("""{ "serviceItem": "RC320001" }""", "answers"),
            ("""{ "serviceItem": "nothing", "answers": {} }""", "serviceItem"),
            ("""{ "serviceItem": "RC320001", "answers": [] }""", "$"),
            ("""{ "serviceItem": "RC320001", "answers": {}, "onBehalfBasis": "a" }""", "onBehalfBasis"),
        ];
        foreach (var (json, path) in cases)
        {
            using var answer = await talent.SendAsync("applications", new StringContent(json, Encoding.UTF8, "application/json"), Guid.NewGuid().ToString());
            var problem = await ApiClient.BodyAsync(answer, HttpStatusCode.UnprocessableEntity);
            Assert.False(string.IsNullOrEmpty(problem.ErrorOf(path)), json);
        }
    }

    [Fact]
    public async Task Post_UnreadableBody_IsAProblemNeverAnError()
    {
        using var talent = new ApiClient(portal, await people.TalentAsync());
        var deep = string.Concat(Enumerable.Repeat("[", 200)) + string.Concat(Enumerable.Repeat("]", 200));
        (HttpContent Content, HttpStatusCode Status, string Code)[] cases =
        [
            (Json("{"), HttpStatusCode.BadRequest, "NotJson"),
            (Json(""), HttpStatusCode.BadRequest, "NotJson"),
            (Json("[]"), HttpStatusCode.BadRequest, "NotJson"),
            (Json("""{ "serviceItem": "a", "serviceItem": "b" }"""), HttpStatusCode.BadRequest, "NotJson"),
            (Json("""{ "serviceItem": "\ud800" }"""), HttpStatusCode.BadRequest, "NotJson"),
            (Json("""{ "serviceItem": "RC320001", "answers": { "\udc00": 1 } }"""), HttpStatusCode.BadRequest, "NotJson"),
            (Json($$"""{ "serviceItem": "RC320001", "answers": { "title": {{deep}} } }"""), HttpStatusCode.BadRequest, "NotJson"),
            (Bytes([.. "{ \"serviceItem\": \""u8, 0xff, 0xfe, .. "\" }"u8], "application/json"), HttpStatusCode.BadRequest, "NotJson"),
            (Json($$"""{ "serviceItem": "RC320001", "answers": { "title": "{{new string('x', 10_000_000)}}" } }"""), HttpStatusCode.RequestEntityTooLarge, "BodyTooLarge"),
            (Bytes("{}"u8.ToArray(), "text/plain"), HttpStatusCode.UnsupportedMediaType, "ContentTypeNotAccepted"),
            (new FormUrlEncodedContent([]), HttpStatusCode.UnsupportedMediaType, "ContentTypeNotAccepted"),
        ];
        foreach (var (content, status, code) in cases)
        {
            using var sent = content;
            using var answer = await talent.SendAsync("applications", content, Guid.NewGuid().ToString());
            await ApiClient.AssertProblemAsync(answer, status, code);
        }
    }

    [Fact]
    public async Task Post_LongTextInOneField_IsRefusedByThatField()
    {
        using var talent = new ApiClient(portal, await people.TalentAsync());
        using var answer = await talent.PostAsync("applications", Applying.Consultation(new string('x', 300_000)), "long");
        var problem = await ApiClient.AssertProblemAsync(answer, HttpStatusCode.UnprocessableEntity, "AnswersInvalid");
        Assert.NotEmpty(problem.ErrorOf("title"));
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private static ByteArrayContent Bytes(byte[] bytes, string type) => new(bytes) { Headers = { ContentType = new(type) } };
}
