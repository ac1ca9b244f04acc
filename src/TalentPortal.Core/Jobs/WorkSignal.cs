namespace TalentPortal.Core.Jobs;

/// <summary>
/// Tells the workers of this portal that something was written for them, so that they need not wait for their next look. Only a
/// hint: what another portal wrote, or a lost hint, is found by the look that each worker takes every second.
/// </summary>
public sealed class WorkSignal
{
    private TaskCompletionSource next = New();

    /// <summary>Ends with the next <see cref="Raise"/>. Take it before looking for work, so that nothing is missed in between.</summary>
    public Task Next => Volatile.Read(ref next).Task;

    /// <summary>Call it after a commit that wrote jobs, messages or due bookmarks.</summary>
    public void Raise() => Interlocked.Exchange(ref next, New()).TrySetResult();

    /// <summary>Waits for a signal taken by <see cref="Next"/>, at most one second.</summary>
    public static async Task WaitAsync(Task signal, CancellationToken ct)
    {
        await Task.WhenAny(signal, Task.Delay(TimeSpan.FromSeconds(1), ct));
        ct.ThrowIfCancellationRequested();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
