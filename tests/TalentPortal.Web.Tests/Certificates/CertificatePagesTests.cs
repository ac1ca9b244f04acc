using System.Net;
using TalentPortal.Core.Standards;
using TalentPortal.TestCommon.People;
using TalentPortal.Web.Tests.Lists;
using TalentPortal.Web.Tests.Officer;
using TalentPortal.Web.Tests.Talent;
using Xunit;

namespace TalentPortal.Web.Tests.Certificates;

/// <summary>The list of recognitions, the certificate, and the public check of its number.</summary>
public sealed class CertificatePagesTests(RecognisedPortal portal) : IClassFixture<RecognisedPortal>
{
    [Fact]
    public async Task Get_List_HoldsTheNameAndNoPersonalValue()
    {
        using var reader = new Browser(portal);

        var html = await reader.TextAsync("/recognitions");

        Assert.Contains("Qin Xiaohe", html, StringComparison.Ordinal);
        Assert.Contains("中级", html, StringComparison.Ordinal);
        foreach (var secret in new[] { portal.Journey.CitizenId, portal.Journey.CitizenId[^4..], Journey.Phone, Journey.Phone[^4..], portal.Number })
            Assert.DoesNotContain(secret, html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_OfTheOfficesList_IsMaskedAndTheAuditKnowsNoSearch()
    {
        using var office = await StaffClient.AsAsync(portal, Journey.Office);
        Assert.Contains("Qin Xiaohe", await office.ReadAsync("/officer/recognitions?text=Qin&status=Valid"), StringComparison.Ordinal);
        Assert.DoesNotContain("filterName", await office.ReadAsync("/officer/recognitions?text=Qin"), StringComparison.Ordinal);
        Assert.Contains("filterName", await office.ReadAsync("/officer/recognitions"), StringComparison.Ordinal);

        var rows = await Exported.FromAsync(office, "/officer/recognitions?handler=Export&status=Valid", new() { ["purpose"] = "Report", ["text"] = "Qin" });

        Assert.Contains(Mask.Name("Qin Xiaohe"), rows[3]);
        Assert.Contains(CertificateNumber.Parse(portal.Number).Value.ToString(), rows[3]);
        Assert.DoesNotContain(rows, row => row.Contains("Qin Xiaohe"));
        var facts = (string)(await portal.Database.ScalarAsync("select facts::text from operation_events where type = 'ListExported' order by seq desc limit 1"))!;
        Assert.DoesNotContain("Qin", facts, StringComparison.Ordinal);
        Assert.Contains("Valid", facts, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?category=production")]
    [InlineData("?level=senior&after=20200101.00000000000000000000000000000001")]
    [InlineData("?category=' or 1=1 --")]
    public async Task Get_ListNarrowedToNobody_OffersAll(string query)
    {
        using var reader = new Browser(portal);

        var html = await reader.TextAsync("/recognitions" + query);

        Assert.DoesNotContain("Qin Xiaohe", html, StringComparison.Ordinal);
        Assert.Contains("tp-empty", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Certificate_IsForItsHolderAlone()
    {
        using var holder = new Browser(portal, portal.Journey.Talent);
        using var other = new Browser(portal, await new TestPeople(portal.Services).TalentAsync());
        using var visitor = new Browser(portal);

        var page = await holder.TextAsync("/certificates/" + portal.Number);
        using var foreign = await other.GetAsync("/certificates/" + portal.Number);
        using var foreignCode = await other.GetAsync($"/certificates/{portal.Number}?handler=Qr");
        using var anonymous = await visitor.GetAsync("/certificates/" + portal.Number);

        Assert.Contains("Qin Xiaohe", page, StringComparison.Ordinal);
        Assert.DoesNotContain(portal.Journey.CitizenId, page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, foreignCode.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, anonymous.StatusCode);
    }

    [Theory]
    [InlineData("YSRC2026-7K3M-9QXAA")]
    [InlineData("nothing-like-a-number")]
    public async Task Get_UnknownCertificate_IsNotFound(string number)
    {
        using var holder = new Browser(portal, portal.Journey.Talent);

        using var answer = await holder.GetAsync("/certificates/" + number);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Get_QrCode_IsAPicture()
    {
        using var holder = new Browser(portal, portal.Journey.Talent);

        using var answer = await holder.GetAsync($"/certificates/{portal.Number}?handler=Qr");

        Assert.Equal("image/svg+xml", answer.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("<svg", (await answer.Content.ReadAsStringAsync()).TrimStart(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_VerifyWithoutNumber_AsksForOne()
    {
        using var reader = new Browser(portal);

        var html = await reader.TextAsync("/verify");

        Assert.Contains("name=\"number\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("tp-note", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_VerifyTheNumber_SaysThatItHoldsAndForWhom()
    {
        using var reader = new Browser(portal);

        var html = await reader.TextAsync("/verify?number=" + Uri.EscapeDataString(" " + portal.Number.ToLowerInvariant() + " "));

        Assert.Contains("data-kind=\"ok\"", html, StringComparison.Ordinal);
        Assert.Contains("Qin Xiaohe", html, StringComparison.Ordinal);
        Assert.DoesNotContain(portal.Journey.CitizenId[^4..], html.Replace(portal.Number, "", StringComparison.OrdinalIgnoreCase), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("YSRC2026-7K3M-9QXAA")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("YSRC2026' or '1'='1")]
    public async Task Get_VerifyAnotherNumber_FindsNothingAndKeepsWhatWasTyped(string number)
    {
        using var reader = new Browser(portal);

        var html = await reader.HtmlAsync("/verify?number=" + Uri.EscapeDataString(number));

        Assert.Contains("data-kind=\"warn\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
        Assert.Contains(number[..8], WebUtility.HtmlDecode(html), StringComparison.Ordinal);
    }
}
