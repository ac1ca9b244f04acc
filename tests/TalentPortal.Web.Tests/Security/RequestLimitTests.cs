using System.Net;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Kernel;
using TalentPortal.TestCommon.Portals;
using TalentPortal.Web.Tests.Account;
using Xunit;

namespace TalentPortal.Web.Tests.Security;

public sealed class RequestLimitTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task Post_MoreAccountFormsThanAllowed_IsTooManyWhileReadingGoesOn()
    {
        using var visitor = new Visitor(portal);
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i <= SecurityRules.Read(SeedFolder.Default).AccountPostsPerMinute; i++)
        {
            using var answer = await visitor.PostRawAsync("/account/signin");
            statuses.Add(answer.StatusCode);
        }

        Assert.All(statuses.SkipLast(1), status => Assert.Equal(HttpStatusCode.BadRequest, status));
        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
        using var page = await visitor.GetAsync("/account/signin");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }
}
