using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Reviews.Notes;
using TalentPortal.Core.Reviews.Phrases;
using TalentPortal.TestCommon.People;
using Xunit;

namespace TalentPortal.Web.Tests.Officer;

/// <summary>Notes, phrases, written notices, and a case as one file.</summary>
public sealed class OfficePaperTests(OfficerPortal portal) : IClassFixture<OfficerPortal>
{
    [Fact]
    public async Task Note_IsReadByColleaguesWithTheirMention_AndNeverByTheApplicant()
    {
        var journey = await TownAsync();
        var town = (await portal.ActorAsync(Journey.Town)).UserId;
        using var office = await StaffClient.AsAsync(portal, Journey.Office);
        using (var blank = await office.PostAsync($"/officer/cases/{journey.CaseId}/notes", Note("", town)))
        {
            Assert.Equal(HttpStatusCode.OK, blank.StatusCode);
            Assert.Contains("href=\"#Input_Text\"", await blank.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        using (var left = await office.PostAsync($"/officer/cases/{journey.CaseId}/notes", Note("Ask about the <b>orchard</b>.", town)))
            Assert.Equal(HttpStatusCode.Redirect, left.StatusCode);
        using var reader = await StaffClient.AsAsync(portal, Journey.Town);
        Assert.Contains("Ask about the &lt;b&gt;orchard&lt;/b&gt;.", await reader.ReadAsync("/officer/mentions"), StringComparison.Ordinal);
        Assert.Contains("orchard", await reader.ReadAsync($"/officer/tasks/{await portal.OpenTaskAsync(journey.CaseId)}"), StringComparison.Ordinal);
        Assert.Equal(1L, await portal.Database.ScalarAsync(
            "select count(*) from outbox_messages where case_id = $1 and template = 'case-mentioned'", journey.CaseId));
        Assert.Empty(await portal.Services.GetRequiredService<NoteQueries>().OfCaseAsync(journey.Talent, journey.CaseId, CancellationToken.None));
    }

    [Fact]
    public async Task Note_MentioningWhoCannotRead_IsRefusedAndNothingIsLost()
    {
        var journey = await TownAsync();
        var stranger = (await portal.ActorAsync("town2@demo")).UserId;
        using var office = await StaffClient.AsAsync(portal, Journey.Office);
        using var answer = await office.PostAsync($"/officer/cases/{journey.CaseId}/notes", Note("Please look.", stranger));
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("href=\"#Input_Mentioned", page, StringComparison.Ordinal);
        Assert.Contains("Please look.", page, StringComparison.Ordinal);
        Assert.Equal(0L, await portal.Database.ScalarAsync("select count(*) from case_notes where case_id = $1", journey.CaseId));
    }

    [Fact]
    public async Task Phrase_IsKeptOnceOfferedOnTheReviewPageAndDropped()
    {
        const string Words = "The papers are complete and agree with the register.";
        var journey = await TownAsync();
        using var town = await StaffClient.AsAsync(portal, Journey.Town);
        using (var kept = await town.PostAsync("/officer/phrases", Phrase(Words))) Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
        using (var again = await town.PostAsync("/officer/phrases", Phrase(Words))) Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        var review = await town.ReadAsync($"/officer/tasks/{await portal.OpenTaskAsync(journey.CaseId)}");
        Assert.Contains($"data-phrase=\"Input_Reason\" translate=\"no\">{Words}", review, StringComparison.Ordinal);
        var id = (Guid)(await portal.Database.ScalarAsync("select id from phrases where text = $1", Words))!;
        using var office = await StaffClient.AsAsync(portal, Journey.Office);
        using (await office.PostAsync("/officer/phrases?handler=Drop", new Dictionary<string, string>(StringComparer.Ordinal) { ["id"] = id.ToString() }))
            Assert.Equal(1L, await portal.Database.ScalarAsync("select count(*) from phrases where id = $1", id));
        using (await town.PostAsync("/officer/phrases?handler=Drop", new Dictionary<string, string>(StringComparer.Ordinal) { ["id"] = id.ToString() }))
            Assert.Equal(0L, await portal.Database.ScalarAsync("select count(*) from phrases where id = $1", id));
    }

    [Fact]
    public async Task Phrase_ForTheUnit_IsTheHeadsToOffer()
    {
        using var town = await StaffClient.AsAsync(portal, Journey.Town);
        using (var refused = await town.PostAsync("/officer/phrases", Phrase("For all of us.", forUnit: true)))
            Assert.Contains("href=\"#Input_ForUnit\"", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var office = await StaffClient.AsAsync(portal, Journey.Office);
        using (var tooLong = await office.PostAsync("/officer/phrases", Phrase(new string('a', Core.Reviews.Phrases.Phrase.LongestText + 1))))
            Assert.Equal(HttpStatusCode.OK, tooLong.StatusCode);
        using (var kept = await office.PostAsync("/officer/phrases", Phrase("For the whole office.", forUnit: true)))
            Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
        Assert.Equal(PhraseBook.UnitOf(await portal.ActorAsync(Journey.Office))!.OrganisationId,
            await portal.Database.ScalarAsync("select organisation_id from phrases where text = 'For the whole office.'"));
    }

    [Fact]
    public async Task Slips_SayWhatTheRowsSay_AndOnlyWhereTheCaseGaveCause()
    {
        var journey = await TownAsync(by: "talent@demo");
        using var town = await StaffClient.AsAsync(portal, Journey.Town);
        var due = (DateOnly)(await portal.Database.ScalarAsync("select due_on from deadlines where case_id = $1 and kind = 'Promise'", journey.CaseId))!;
        var acceptance = await town.ReadAsync($"/officer/cases/{journey.CaseId}/slips/Acceptance");
        Assert.Contains(due.ToString("M", new System.Globalization.CultureInfo("zh-CN")), acceptance.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        using (var none = await town.GetAsync($"/officer/cases/{journey.CaseId}/slips/NotAccepted")) Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        using (var odd = await town.GetAsync($"/officer/cases/{journey.CaseId}/slips/Anything")) Assert.Equal(HttpStatusCode.NotFound, odd.StatusCode);
        var desk = new Desk(portal);
        var asked = await desk.DecideAsync(await portal.ActorAsync(Journey.Town), await portal.OpenTaskAsync(journey.CaseId), "Supplement", 10);
        Assert.True(asked.Succeeded, asked.Refusal?.ToString());
        using var talent = await StaffClient.AsAsync(portal, "talent@demo");
        var missing = await talent.ReadAsync($"/cases/{journey.Receipt.Number}/slips/Supplement");
        var note = (string)(await portal.Database.ScalarAsync("select gaps->0->>'note' from supplements where case_id = $1", journey.CaseId))!;
        Assert.Contains(note, missing, StringComparison.Ordinal);
        Assert.Contains("/slips/Supplement", await talent.ReadAsync($"/cases/{journey.Receipt.Number}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Archive_NeedsAReason_AndEveryFileAgreesWithItsSum()
    {
        var journey = await TownAsync();
        using var office = await StaffClient.AsAsync(portal, Journey.Office);
        using (var unsaid = await office.PostAsync($"/officer/cases/{journey.CaseId}/archive", Reason("")))
            Assert.Contains("href=\"#Reason\"", await unsaid.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var answer = await office.PostAsync($"/officer/cases/{journey.CaseId}/archive", Reason("For the files."));
        Assert.Equal("application/zip", answer.Content.Headers.ContentType?.MediaType);
        await using var zip = new ZipArchive(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()));
        var sums = (await new StreamReader(await zip.GetEntry("SHA256SUMS")!.OpenAsync()).ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(zip.Entries.Count - 1, sums.Length);
        Assert.Equal(2, zip.Entries.Count(entry => entry.FullName.StartsWith("materials/", StringComparison.Ordinal)));
        foreach (var line in sums)
        {
            await using var content = await zip.GetEntry(line[66..])!.OpenAsync();
            Assert.Equal(line[..64], Convert.ToHexStringLower(await SHA256.HashDataAsync(content)));
        }

        var sheet = await new StreamReader(await zip.GetEntry("case.html")!.OpenAsync()).ReadToEndAsync();
        Assert.DoesNotContain(journey.CitizenId, sheet, StringComparison.Ordinal);
        Assert.Equal("For the files.", await portal.Database.ScalarAsync("select reason from case_actions where case_id = $1 and kind = 'CaseExported'", journey.CaseId));
    }

    private async Task<Journey> TownAsync(string? by = null)
    {
        var journey = await Journey.BeginAsync(portal, onBehalfBasis: null, by);
        await journey.ReachTownAsync();
        return journey;
    }

    private static Dictionary<string, string> Note(string text, Guid mentioned) => new(StringComparer.Ordinal)
    {
        ["operationId"] = Guid.NewGuid().ToString(),
        ["Input.Text"] = text,
        ["Input.Mentioned"] = mentioned.ToString(),
    };

    private static Dictionary<string, string> Phrase(string text, bool forUnit = false) => new(StringComparer.Ordinal)
    {
        ["Input.Text"] = text,
        ["Input.ForUnit"] = forUnit ? "true" : "false",
    };

    private static Dictionary<string, string> Reason(string reason) => new(StringComparer.Ordinal)
    {
        ["operationId"] = Guid.NewGuid().ToString(),
        ["Reason"] = reason,
    };
}
