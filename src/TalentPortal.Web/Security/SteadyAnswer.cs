using System.Diagnostics;

namespace TalentPortal.Web.Security;

/// <summary>Gives answers that must not tell whether an account exists the same least duration.</summary>
internal static class SteadyAnswer
{
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(400);

    /// <summary>Runs the work and waits for the rest of the time.</summary>
    public static async Task<T> TakeAsync<T>(Func<Task<T>> work, CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        var result = await work();
        var rest = Least - Stopwatch.GetElapsedTime(started);
        if (rest > TimeSpan.Zero) await Task.Delay(rest, ct);
        return result;
    }

    /// <summary>The same without a result.</summary>
    public static Task TakeAsync(Func<Task> work, CancellationToken ct) => TakeAsync(
        async () =>
        {
            await work();
            return true;
        },
        ct);
}
