using System.Diagnostics;

namespace TalentPortal.Core.Tests.Cases;

/// <summary>What is sent to the database.</summary>
internal static class Statements
{
    /// <summary>The statements that an action sends, a batch as one.</summary>
    public static async Task<List<string>> OfAsync(Func<Task> act)
    {
        using var source = new ActivitySource("round-trips");
        var statements = new List<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = candidate => candidate.Name is "Npgsql" or "round-trips",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.Source.Name == "Npgsql" && activity.GetTagItem("db.query.text") is string text)
                    lock (statements) statements.Add($"{activity.TraceId} {text}");
            },
        };
        ActivitySource.AddActivityListener(listener);
        using var mine = source.StartActivity("mine");
        await act();
        return [.. statements.Where(text => text.StartsWith(mine!.TraceId.ToString(), StringComparison.Ordinal)).Select(text => text[33..])];
    }
}
