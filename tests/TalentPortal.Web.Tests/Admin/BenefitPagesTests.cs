using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;
using TalentPortal.Web.Tests.Officer;
using Xunit;

namespace TalentPortal.Web.Tests.Admin;

/// <summary>The next version of the benefit catalogue on its pages: bad input beside its field, differences in words, released by somebody else.</summary>
public sealed class BenefitPagesTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Page = "/admin/benefits/edit";

    [Fact]
    public async Task PostEdit_BadInputStandsBesideItsField_ThenAnotherAdministratorReleasesWhatReadsInWords()
    {
        var today = new RuleDesk(portal).Today;
        using var admin = await StaffClient.AsAsync(portal, RuleDesk.Admin);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Version"] = portal.Services.GetRequiredService<BenefitCatalogues>().All[^1].Catalogue.Version.ToString(CultureInfo.InvariantCulture),
            ["Revision"] = "0",
            ["Values[grants/gym/A]"] = "120",
            ["Draft.ValidFrom"] = today.ToString("O", CultureInfo.InvariantCulture),
            ["Draft.Provenance"] = "SourceDocument",
            ["Draft.Source"] = "Document 12 (2026)",
            ["Draft.Reason"] = "Asked for.",
        };
        using var refused = await admin.PostAsync(Page, fields);
        Assert.Contains("Values_grants_gym_A_-e", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var past = await admin.PostAsync(Page, new(fields) { ["Values[grants/gym/A]"] = "70", ["Draft.ValidFrom"] = "2020-01-01" });
        Assert.Contains("#Draft_ValidFrom", await past.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var written = await admin.PostAsync(Page, new(fields) { ["Values[grants/gym/A]"] = "70", ["Values[grants/library/A]"] = "" });
        var change = written.Headers.Location!.OriginalString;
        Assert.Contains("value=\"70\"", await admin.ReadAsync(Page), StringComparison.Ordinal);

        using var office = await StaffClient.AsAsync(portal, RuleDesk.Office);
        var page = await office.ReadAsync(change);
        Assert.Contains("id=\"dry-run\"", page, StringComparison.Ordinal);
        using var released = await office.PostAsync(change + "?handler=Release", new() { ["Revision"] = "1", ["Input.Reason"] = "Checked" });
        Assert.Equal(HttpStatusCode.Redirect, released.StatusCode);
        var current = portal.Services.GetRequiredService<BenefitCatalogues>().Current.Catalogue;
        Assert.Contains("id=\"dry-run\"", await office.ReadAsync(change), StringComparison.Ordinal);
        Assert.Contains("id=\"dry-run\"", await office.ReadAsync("/admin/benefits"), StringComparison.Ordinal);
        Assert.Equal((70m, null), (current.FindGrant("gym", "A")!.Value!.Value, current.FindGrant("library", "A")));
    }
}
