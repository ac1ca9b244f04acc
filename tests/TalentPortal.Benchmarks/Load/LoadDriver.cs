using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;

namespace TalentPortal.Benchmarks.Load;

/// <summary>Clients that ask one request after the other, each on a connection and a thread of its own.</summary>
internal static class LoadDriver
{
    /// <summary>The clients of every figure, as many as pgbench's.</summary>
    public const int Clients = 8;

    private const int ShownBytes = 400;

    /// <summary>Asks for the same page as often as the time allows.</summary>
    /// <returns>Answers a second.</returns>
    public static double Repeat(Uri server, byte[] request, TimeSpan time)
    {
        var count = 0L;
        var started = Stopwatch.GetTimestamp();
        OnLines(server, line =>
        {
            while (Stopwatch.GetElapsedTime(started) < time)
            {
                Expect(line, line.Send(request), 200);
                Interlocked.Increment(ref count);
            }
        });
        return count / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    /// <summary>Sends each request once.</summary>
    /// <param name="server">Where to.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="request">The bytes of one, by its number.</param>
    /// <param name="expected">The status that each must have.</param>
    /// <param name="answered">Given the number and the body.</param>
    /// <returns>Answers a second.</returns>
    public static double Each(Uri server, int count, Func<int, byte[]> request, int expected, Action<int, ReadOnlyMemory<byte>> answered)
    {
        var next = -1;
        var started = Stopwatch.GetTimestamp();
        OnLines(server, line =>
        {
            for (var number = Interlocked.Increment(ref next); number < count; number = Interlocked.Increment(ref next))
            {
                Expect(line, line.Send(request(number)), expected);
                answered(number, line.Body);
            }
        });
        return count / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    /// <summary>Sends every request at the same moment, each on a connection of its own.</summary>
    /// <returns>The status of each answer.</returns>
    public static IReadOnlyList<int> AtOnce(Uri server, IReadOnlyList<byte[]> requests)
    {
        using var everybody = new Barrier(requests.Count);
        var statuses = new ConcurrentBag<int>();
        var next = -1;
        OnLines(server, line =>
        {
            var request = requests[Interlocked.Increment(ref next)];
            everybody.SignalAndWait();
            statuses.Add(line.Send(request));
        }, requests.Count);
        return [.. statuses];
    }

    private static void OnLines(Uri server, Action<HttpLine> work, int clients = Clients)
    {
        Exception? failure = null;
        var threads = Enumerable.Range(0, clients).Select(_ => new Thread(() =>
        {
            try
            {
                using var line = new HttpLine(server);
                work(line);
            }
            catch (Exception broken)
            {
                failure = broken;
            }
        })).ToList();
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();
        if (failure is not null) throw new InvalidOperationException(failure.Message, failure);
    }

    private static void Expect(HttpLine line, int status, int expected)
    {
        if (status == expected) return;
        var said = Encoding.UTF8.GetString(line.Body.Span[..Math.Min(line.Body.Length, ShownBytes)]);
        throw new InvalidOperationException($"The answer was {status} and not {expected}: {said}");
    }
}
