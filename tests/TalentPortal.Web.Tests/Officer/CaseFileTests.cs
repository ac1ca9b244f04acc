using System.Net;
using Xunit;

namespace TalentPortal.Web.Tests.Officer;

public sealed class CaseFileTests(OfficerPortal portal) : IClassFixture<OfficerPortal>
{
    private const string Phone = "contact.phone";

    [Fact]
    public async Task PostReveal_WithReason_ShowsOnceAndIsLogged()
    {
        var receipt = await portal.SubmitAsync();
        using var office = await StaffClient.AsAsync(portal, "office@demo");
        var path = $"/officer/cases/{receipt.CaseId}/reveal?path={Phone}";

        using var answer = await office.PostAsync(path, new() { ["Reason"] = "ContactApplicant" }, formOf: path);

        Assert.Contains("13877312345", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("13877312345", await office.ReadAsync(path), StringComparison.Ordinal);
        var facts = (string)(await portal.Database.ScalarAsync(
            "select facts::text from operation_events where type = 'ValueUnmasked' and facts->>'case' = $1", receipt.CaseId.ToString()))!;
        Assert.Contains("ContactApplicant", facts, StringComparison.Ordinal);
        Assert.DoesNotContain("13877312345", facts, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PostReveal_WithoutReason_ShowsNothingAndLogsNothing()
    {
        var receipt = await portal.SubmitAsync();
        using var office = await StaffClient.AsAsync(portal, "office@demo");
        var path = $"/officer/cases/{receipt.CaseId}/reveal?path={Phone}";

        using var answer = await office.PostAsync(path, [], formOf: path);

        Assert.DoesNotContain("13877312345", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(0L, await portal.Database.ScalarAsync(
            "select count(*) from operation_events where type = 'ValueUnmasked' and facts->>'case' = $1", receipt.CaseId.ToString()));
    }

    [Theory]
    [InlineData("town@demo")]
    [InlineData("town2@demo")]
    public async Task GetReveal_WithoutThePermission_IsNotFound(string userName)
    {
        var receipt = await portal.SubmitAsync();
        using var officer = await StaffClient.AsAsync(portal, userName);

        using var answer = await officer.GetAsync($"/officer/cases/{receipt.CaseId}/reveal?path={Phone}");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("town@demo", HttpStatusCode.OK)]
    [InlineData("town2@demo", HttpStatusCode.NotFound)]
    public async Task GetMaterial_ByVisibility_IsSentOrNotFound(string userName, HttpStatusCode expected)
    {
        var receipt = await portal.SubmitAsync(withPicture: true);
        var material = await MaterialAsync(receipt.CaseId);
        using var officer = await StaffClient.AsAsync(portal, userName);

        using var answer = await officer.GetAsync($"/officer/cases/{receipt.CaseId}/materials/{material}");

        Assert.Equal(expected, answer.StatusCode);
        if (expected is not HttpStatusCode.OK) return;
        Assert.Equal("image/png", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("inline", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Contains("frame-ancestors 'self'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetMaterial_OfAnotherCase_IsNotFound()
    {
        var with = await portal.SubmitAsync(withPicture: true);
        var without = await portal.SubmitAsync();
        using var officer = await StaffClient.AsAsync(portal, "town@demo");

        using var answer = await officer.GetAsync($"/officer/cases/{without.CaseId}/materials/{await MaterialAsync(with.CaseId)}");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task PostOriginal_MarksAndTakesBack()
    {
        var receipt = await portal.SubmitAsync(withPicture: true);
        var material = await MaterialAsync(receipt.CaseId);
        using var town = await StaffClient.AsAsync(portal, "town@demo");
        var path = $"/officer/tasks/{receipt.Tasks[0].Id}?handler=Original&material={material}&isChecked=";

        using var marked = await town.PostAsync(path + "true", new() { ["Input.Reason"] = "Typed before." });

        Assert.Contains("Typed before.", await marked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal((await portal.ActorAsync("town@demo")).UserId, await CheckedByAsync(receipt.CaseId));
        using var unmarked = await town.PostAsync(path + "false", []);
        Assert.Equal(DBNull.Value, await CheckedByAsync(receipt.CaseId));
    }

    [Fact]
    public async Task PostSearch_ByNumberForgivingSpacesAndCase_FindsTheCase()
    {
        var receipt = await portal.SubmitAsync();
        using var town = await StaffClient.AsAsync(portal, "town@demo");
        var typed = " " + Core.Standards.CaseNumber.Parse(receipt.Number).Value.ToString().Replace('-', ' ') + " ";

        using var answer = await town.PostAsync("/officer/cases", new() { ["Term"] = typed });

        Assert.Contains($"/officer/cases/{receipt.CaseId}", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("town@demo", true)]
    [InlineData("office@demo", true)]
    [InlineData("town2@demo", false)]
    [InlineData("joint1@demo", false)]
    public async Task PostSearch_ByWholeName_StaysWithinVisibility(string userName, bool isFound)
    {
        var receipt = await portal.SubmitAsync(name: "Qin Yufang");
        using var officer = await StaffClient.AsAsync(portal, userName);

        using var answer = await officer.PostAsync("/officer/cases", new() { ["Term"] = "Qin Yufang" });
        var page = (await answer.Content.ReadAsStringAsync()).Replace("value=\"Qin Yufang\"", "", StringComparison.Ordinal);

        Assert.Equal(isFound, page.Contains($"/officer/cases/{receipt.CaseId}", StringComparison.Ordinal));
        Assert.DoesNotContain("Qin Yufang", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PostSearch_NumberWithWrongCheckDigits_SaysSo()
    {
        using var town = await StaffClient.AsAsync(portal, "town@demo");

        using var answer = await town.PostAsync("/officer/cases", new() { ["Term"] = "450311RC320001202603020000000199" });

        Assert.Contains("#Term", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<Guid> MaterialAsync(Guid caseId) =>
        (Guid)(await portal.Database.ScalarAsync("select material_id from case_materials where case_id = $1", caseId))!;

    private Task<object?> CheckedByAsync(Guid caseId) =>
        portal.Database.ScalarAsync("select original_checked_by from case_materials where case_id = $1", caseId);
}
