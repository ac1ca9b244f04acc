using TalentPortal.EndToEnd.Tests.Browsing;
using Xunit;

namespace TalentPortal.EndToEnd.Tests.Journeys;

/// <summary>What journeys leave behind must not tell what was typed in confidence.</summary>
internal static class Traces
{
    /// <summary>
    /// Searches all rows of all tables, all mails and other files, and all log lines for the identity numbers, phones and bank
    /// accounts that visitors typed; each portal does so again when it ends.
    /// </summary>
    /// <param name="portal">Where.</param>
    /// <param name="typed">Values that no visitor typed into a field.</param>
    public static async Task AssertNowhereAsync(JourneyPortal portal, params string[] typed)
    {
        foreach (var value in typed) portal.Confidences.Keep(value);
        var traces = await portal.TracesAsync();
        Assert.Contains(traces, trace => trace.Place == "portal_users");
        Assert.Contains(traces, trace => trace.Place == "log");
        Assert.Empty(portal.Confidences.FindIn(traces));
    }
}
