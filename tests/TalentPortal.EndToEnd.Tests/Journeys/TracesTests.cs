using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TalentPortal.Core.Notifications;
using TalentPortal.EndToEnd.Tests.Browsing;
using Xunit;

namespace TalentPortal.EndToEnd.Tests.Journeys;

/// <summary>The search for traces finds what it is for.</summary>
public sealed class TracesTests
{
    private const string Phone = "13900001111";

    [Fact]
    public async Task NumberLeftAnywhereIsFound()
    {
        await using var portal = new JourneyPortal();
        await portal.InitializeAsync();
        portal.Confidences.Notice("139 0000 1111");
        portal.Confidences.Notice("Qin Yuan");
        await Traces.AssertNowhereAsync(portal);

        await portal.Database.ScalarAsync("update portal_users set display_name = 'Call ' || $1 where user_name = 'talent@demo'", Phone);
        portal.Services.GetRequiredService<ILogger<TracesTests>>().LogInformation("Asked {Phone}", Phone);
        var mail = new Mail("planted@portal.test", "talent@portal.test", "Li", "A question", "Please call " + Phone);
        await portal.Services.GetRequiredService<FileMailTransport>().SendAsync(mail, CancellationToken.None);

        var found = portal.Confidences.FindIn(await portal.TracesAsync());

        Assert.Contains(found, place => place.EndsWith("in portal_users", StringComparison.Ordinal));
        Assert.Contains(found, place => place.EndsWith("in log", StringComparison.Ordinal));
        Assert.Contains(found, place => place.Contains("in mail ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("139 0000 1111", "told 13900001111 to nobody")]
    [InlineData("450311199003075321", "\\x3435303331313139393030333037353332310a")]
    [InlineData("45031119900307532x", "{ \"id\": \"45031119900307532X\" }")]
    [InlineData("6222020200112233445", "NjIyMjAyMDIwMDExMjIzMzQ0NQ==")]
    public void FindIn_NumberInAnotherForm_IsFound(string typed, string left)
    {
        var confidences = new Confidences();
        confidences.Notice(typed);

        Assert.Contains("in place", Assert.Single(confidences.FindIn([("place", left)])), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("38.5")]
    [InlineData("2026-03-02")]
    [InlineData("Osmanthus-hill-73")]
    [InlineData("91450300MA5KXXXX5X")]
    public void Notice_NotANumberOfSomebody_IsForgotten(string typed)
    {
        var confidences = new Confidences();
        confidences.Notice(typed);

        Assert.True(confidences.IsEmpty);
    }
}
