using System.Collections.Concurrent;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TalentPortal.EndToEnd.Tests.Browsing;
using Xunit;

namespace TalentPortal.EndToEnd.Tests.Pages;

/// <summary>
/// Every page, empty, filled and with a blank form sent, in both languages, at a desk and on a phone: accessible, in one language,
/// no wider than the screen, and with nothing wrong behind it.
/// </summary>
public sealed class EveryPageTests(FilledPortal filled, JourneyPortal empty, ChromiumFixture chromium)
    : IClassFixture<FilledPortal>, IClassFixture<JourneyPortal>, IClassFixture<ChromiumFixture>
{
    /// <summary>As many as there are cores on a small machine.</summary>
    private const int LookersAtATime = 2;

    [Fact]
    public void EveryPageHasALine()
    {
        var pages = filled.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .Select(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>()?.ViewEnginePath).OfType<string>()
            .Distinct(StringComparer.Ordinal);

        var visited = PageVisits.All.Select(visit => visit.Page).Where(page => page.Length > 0).Distinct(StringComparer.Ordinal);
        Assert.Equal(pages.Order(StringComparer.Ordinal), visited.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public Task PagesWithNothingOnThemAreSound(string language) =>
        AssertSoundAsync(empty, language, PageVisits.All.Where(visit => visit.IsList));

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public Task PagesWithSomethingOnThemAreSound(string language) => AssertSoundAsync(filled, language, PageVisits.All);

    /// <summary>Each role has one browser for all its pages; who has most to look at begins.</summary>
    private async Task AssertSoundAsync(JourneyPortal portal, string language, IEnumerable<PageVisit> visits)
    {
        var faults = new ConcurrentQueue<string>();
        var roles = visits.Where(visit => visit.Who is not null).GroupBy(visit => visit.Who!, StringComparer.Ordinal)
            .OrderByDescending(role => role.Count()).ToList();
        await Parallel.ForEachAsync(roles, new ParallelOptions { MaxDegreeOfParallelism = LookersAtATime },
            async (role, _) => await Inspection.RunAsync(portal, chromium, role.Key, language, [.. role], faults));
        Assert.True(faults.IsEmpty, string.Join("\n\n", faults));
    }
}
