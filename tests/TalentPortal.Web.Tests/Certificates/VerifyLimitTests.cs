using System.Net;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Kernel;
using TalentPortal.TestCommon.Portals;
using TalentPortal.Web.Tests.Talent;
using Xunit;

namespace TalentPortal.Web.Tests.Certificates;

/// <summary>How often one address may ask for numbers.</summary>
public sealed class VerifyLimitTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task Get_VerifyMoreOftenThanAllowed_IsTooMany()
    {
        using var guesser = new Browser(portal);
        var allowed = SecurityRules.Read(SeedFolder.Default).VerificationsPerMinute;
        for (var time = 0; time < allowed; time++)
        {
            using var answer = await guesser.GetAsync("/verify?number=YSRC2026-7K3M-9QXAA");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        using var refused = await guesser.GetAsync("/verify?number=YSRC2026-7K3M-9QXAA");
        using var list = await guesser.GetAsync("/recognitions");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(HttpStatusCode.OK, list.StatusCode);
    }
}
