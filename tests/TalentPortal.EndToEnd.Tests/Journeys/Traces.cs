using TalentPortal.EndToEnd.Tests.Browsing;
using Xunit;

namespace TalentPortal.EndToEnd.Tests.Journeys;

/// <summary>What journeys leave behind must not tell what was typed in confidence.</summary>
internal static class Traces
{
    /// <summary>Searches all rows of all tables, all mails and all log lines for identity numbers, phones and bank accounts.</summary>
    public static async Task AssertNowhereAsync(JourneyPortal portal, params string[] typed)
    {
        var traces = await portal.TracesAsync();
        Assert.Contains(traces, trace => trace.Place == "applications");
        Assert.Contains(traces, trace => trace.Place == "log");
        var found = from secret in typed
                    from trace in traces
                    where trace.Text.Contains(secret, StringComparison.OrdinalIgnoreCase)
                    select $"{secret[..3]}… in {trace.Place}";
        Assert.Empty(found.Distinct(StringComparer.Ordinal));
    }
}
