using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TalentPortal.TestCommon.Portals;
using TalentPortal.Web.Tests.Account;
using Xunit;

namespace TalentPortal.Web.Tests.Security;

/// <summary>Which doors stand open to visitors.</summary>
public sealed class DoorTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public void Pages_OpenToVisitors_LieInTheFoldersForThem()
    {
        var open = portal.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Select(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>()?.ViewEnginePath)
            .OfType<string>();
        Assert.All(open, path => Assert.Matches("^/(Public|Account|Dev)/", path));
    }

    [Theory]
    [InlineData("/account")]
    [InlineData("/account/changepassword")]
    public async Task Get_PageOfAnAccount_SendsVisitorsToTheSignIn(string path)
    {
        using var visitor = new Visitor(portal);
        using var answer = await visitor.GetAsync(path);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/account/signin", answer.Headers.Location!.AbsolutePath);
    }

    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/nowhere.php")]
    public async Task Get_AddressThatLeadsNowhere_IsNotFoundForVisitors(string path)
    {
        using var visitor = new Visitor(portal);
        using var answer = await visitor.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Production_DevelopmentPages_DoNotExist()
    {
        await using var production = portal.WithWebHostBuilder(builder => builder.UseEnvironment("Production"));
        var pages = production.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .Select(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>()?.ViewEnginePath)
            .OfType<string>().ToList();
        Assert.NotEmpty(pages);
        Assert.DoesNotContain(pages, path => path.StartsWith("/Dev/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task DevAccounts_OtherThanDemonstrationAccounts_CannotBePlayed()
    {
        using var visitor = new Visitor(portal);
        await portal.Database.ScalarAsync("update portal_users set is_demo = false where user_name = 'expert5@demo'");
        using var refused = await visitor.PostAsync("/dev/accounts", ("userName", "expert5@demo"));
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        using var played = await visitor.PostAsync("/dev/accounts", ("userName", "expert4@demo"));
        Assert.Equal("/officer", played.Headers.Location!.ToString());
    }

    [Fact]
    public async Task DevClock_FiveWorkingDays_MovesThePortalAndKeepsTheSession()
    {
        using var visitor = new Visitor(portal);
        (await visitor.SignInAsync("leader@demo")).Dispose();
        var before = portal.Services.GetRequiredService<TimeProvider>().GetUtcNow();

        using var moved = await visitor.PostAsync("/dev/clock?handler=Days", ("Input.WorkingDays", "5"));

        Assert.Equal("/dev/clock", moved.Headers.Location!.ToString());
        Assert.Equal(before.AddDays(7), portal.Services.GetRequiredService<TimeProvider>().GetUtcNow());
        Assert.Contains("leader@demo", await visitor.TextAsync("/account"), StringComparison.Ordinal);
        using var reset = await visitor.PostAsync("/dev/clock?handler=Reset");
        Assert.Equal(before, portal.Services.GetRequiredService<TimeProvider>().GetUtcNow());
    }
}
