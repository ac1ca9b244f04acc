using TalentPortal.Core.Reviews.Queries.Search;
using TalentPortal.Core.Standards;
using Xunit;

namespace TalentPortal.Web.Tests.Officer;

/// <summary>One search box: it understands what is typed, and nobody finds what they may not see.</summary>
public sealed class SearchTests(OfficerPortal portal) : IClassFixture<OfficerPortal>
{
    [Theory]
    [InlineData("450311199003077258", CaseSearchKind.CitizenId)]
    [InlineData("91450311MADEM0011Y", CaseSearchKind.CreditCode)]
    [InlineData("00001234-56", CaseSearchKind.NumberTail)]
    [InlineData("1234", CaseSearchKind.NumberTail)]
    [InlineData("123", CaseSearchKind.Name)]
    [InlineData("Li Xiaolan", CaseSearchKind.Name)]
    [InlineData("Guilin University of Technology", CaseSearchKind.Name)]
    public void Read_WhatIsTyped_IsUnderstood(string typed, CaseSearchKind kind) =>
        Assert.Equal(kind, portal.Get<CaseSearchReader>().Read(typed).Value!.Kind);

    [Fact]
    public void Read_Nothing_IsNoSearch() => Assert.Null(portal.Get<CaseSearchReader>().Read("  ").Value);

    [Fact]
    public void Read_NumberWithWrongCheckDigits_IsRefused() =>
        Assert.False(portal.Get<CaseSearchReader>().Read("450311RC320001202603020000000199").Succeeded);

    [Theory]
    [InlineData("town@demo", true, true)]
    [InlineData("office@demo", false, true)]
    [InlineData("town2@demo", false, false)]
    [InlineData("joint1@demo", false, false)]
    [InlineData("expert1@demo", false, false)]
    public async Task Post_NumberOrItsEndOrName_StaysWithinReach(string userName, bool findsTask, bool findsCase)
    {
        var receipt = await portal.SubmitAsync(name: "Qin Yufeng");
        using var officer = await StaffClient.AsAsync(portal, userName);
        foreach (var typed in new[] { receipt.Number, receipt.Number[^6..], CaseNumber.Parse(receipt.Number).Value.ToString()[^11..], "Qin Yufeng" })
        {
            using var answer = await officer.PostAsync("/officer/search", new() { ["Term"] = typed });
            var page = await answer.Content.ReadAsStringAsync();

            Assert.Equal(findsTask, page.Contains($"/officer/tasks/{receipt.Tasks[0].Id}", StringComparison.Ordinal));
            Assert.Equal(findsCase, page.Contains($"/officer/cases/{receipt.CaseId}", StringComparison.Ordinal));
            Assert.Equal(!findsCase, page.Contains("ti-search-off", StringComparison.Ordinal));
            Assert.DoesNotContain("Qin Yufeng<", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Post_OrganisationByCodeOrPartOfItsName_FindsItsCases()
    {
        var receipt = await portal.SubmitAsync(name: "Licai Lacquer Arts");
        await portal.Database.ScalarAsync(
            "update applications set subject_organisation_id = (select id from organisations where code = 'firm-lacquer'), subject_person_id = null where case_id = $1",
            receipt.CaseId);
        using var town = await StaffClient.AsAsync(portal, "town@demo");
        foreach (var typed in new[] { "91450311MADEM002XN", "licai lac" })
        {
            using var answer = await town.PostAsync("/officer/search", new() { ["Term"] = typed });
            Assert.Contains($"/officer/tasks/{receipt.Tasks[0].Id}", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }
}
