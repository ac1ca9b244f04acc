using System.Globalization;
using System.Net;
using TalentPortal.TestCommon;
using TalentPortal.TestCommon.People;
using TalentPortal.Web.Presentation.Processes;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Drawings;
using Xunit;

namespace TalentPortal.Web.Tests.Officer;

/// <summary>The process of a case as a drawing and as a table, and the choice of an earlier step on it.</summary>
public sealed class ProcessPageTests(OfficerPortal portal) : IClassFixture<OfficerPortal>
{
    [Fact]
    public async Task Get_CaseAtTheTown_DrawsThePathTakenAndWhereItIs()
    {
        var journey = await Journey.BeginAsync(portal);
        await journey.ReachTownAsync();
        using var office = await StaffClient.AsAsync(portal, Journey.Office);

        var page = await office.ReadAsync($"/officer/cases/{journey.CaseId}");

        var drawing = Between(page, "<svg aria-labelledby", "</svg>");
        Assert.Contains("role=\"group\"", drawing, StringComparison.Ordinal);
        Assert.Single(Boxes(drawing), box => box.Contains("data-present", StringComparison.Ordinal));
        Assert.Contains(Boxes(drawing), box => box.Contains("data-state=\"behind\"", StringComparison.Ordinal));
        Assert.Contains(Boxes(drawing), box => box.Contains("data-state=\"ahead\"", StringComparison.Ordinal));
        Assert.Contains("class=\"tp-process-arrow\" data-taken=\"\"", drawing, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", drawing, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_CaseAtTheTown_TellsTheSameAsATable()
    {
        var journey = await Journey.BeginAsync(portal);
        await journey.ReachTownAsync();
        using var office = await StaffClient.AsAsync(portal, Journey.Office);

        var page = await office.ReadAsync($"/officer/cases/{journey.CaseId}");

        var rows = Between(page, "<section class=\"tp-panel\" id=\"process\"", "</section>").Split("<tr id=\"step-").Skip(1).ToList();
        var here = Assert.Single(rows, row => row.Contains(Text("Enum.ProcessStepState.Here"), StringComparison.Ordinal));
        var unit = (string)(await portal.Database.ScalarAsync(
            "select u.name_zh from organisations u join review_tasks t on t.organisation_id = u.id where t.case_id = $1 and t.status = 'Open'", journey.CaseId))!;
        Assert.Contains(unit, WebUtility.HtmlDecode(here), StringComparison.Ordinal);
        var number = here.Split('"')[0];
        Assert.Contains($"href=\"#step-{number}\"", page, StringComparison.Ordinal);
        Assert.True(rows.Count(row => row.Contains(Text("Enum.ProcessStepState.Behind"), StringComparison.Ordinal)) >= 4);
    }

    [Fact]
    public async Task Get_Return_LetsTheEarlierStepBeChosenOnTheDrawing()
    {
        var (task, _) = await DepartmentTaskAsync();
        using var department = await StaffClient.AsAsync(portal, Journey.Department);

        var page = await department.ReadAsync($"/officer/tasks/{task}/actions?do=Return");

        Assert.Contains("href=\"?do=Return&amp;at=town\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"?do=Return&amp;at=recommend\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("&amp;at=approve\"", page, StringComparison.Ordinal);
        var chosen = await department.ReadAsync($"/officer/tasks/{task}/actions?do=Return&at=town");
        Assert.Matches("checked=\"checked\"[^>]*value=\"town\"", chosen);
        Assert.Contains("data-chosen", chosen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AfterAReturn_CountsTheStepTwice()
    {
        var (task, caseId) = await DepartmentTaskAsync();
        using var department = await StaffClient.AsAsync(portal, Journey.Department);
        using var answer = await department.PostAsync($"/officer/tasks/{task}/actions", new(StringComparer.Ordinal)
        {
            ["operationId"] = Guid.NewGuid().ToString(),
            ["do"] = "Return",
            ["Input.ActivityId"] = "town",
            ["Input.Reason"] = "The land record is missing.",
        });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        using var office = await StaffClient.AsAsync(portal, Journey.Office);

        var page = await office.ReadAsync($"/officer/cases/{caseId}");

        Assert.Contains(Text("Processes.Times").Replace("{0}", "2", StringComparison.Ordinal), page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void Of_EveryDefinitionOfThePortal_HasNoNameOfTheFileLeft(string language)
    {
        Presentation.Rendering.ReadIn(language);
        var names = new ProcessNames(Presentation.Rendering.Texts);
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, "workflows"), "*.json"))
        {
            var definition = portal.Get<DefinitionReader>().Read(File.ReadAllText(file), file);
            Assert.True(HasWords(names.Of(definition), language), definition.DefinitionId);
            foreach (var activity in definition.Activities.Where(activity => activity != definition.Root))
                Assert.True(HasWords(names.Of(definition, activity), language), $"{activity}: {names.Of(definition, activity)}");
            foreach (var arrow in DrawingLayout.Of(definition, names.Label).Arrows.Where(arrow => arrow.Label.Length > 0))
                Assert.True(HasWords(arrow.Label, language), $"{arrow.Source} to {arrow.Target}: {arrow.Label}");
        }
    }

    /// <summary>Chinese names have Han characters, English ones none.</summary>
    private static bool HasWords(string name, string language) =>
        name.Any(letter => letter is >= '\u4E00' and <= '\u9FFF') == (CultureInfo.GetCultureInfo(language).TwoLetterISOLanguageName == "zh");

    private static string Text(string key) => WebUtility.HtmlEncode(Presentation.Rendering.Texts[key].Value);

    private static string[] Boxes(string drawing) => drawing.Split("<g class=\"tp-process-box\"")[1..];

    private static string Between(string page, string from, string to)
    {
        var start = page.IndexOf(from, StringComparison.Ordinal);
        Assert.True(start >= 0, from);
        return page[start..page.IndexOf(to, start, StringComparison.Ordinal)];
    }

    private async Task<(Guid Task, Guid CaseId)> DepartmentTaskAsync()
    {
        var journey = await Journey.BeginAsync(portal);
        await journey.ReachDepartmentAsync();
        return (await portal.OpenTaskAsync(journey.CaseId), journey.CaseId);
    }
}
