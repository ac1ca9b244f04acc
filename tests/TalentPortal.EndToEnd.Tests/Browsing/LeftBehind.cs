using System.Collections.Concurrent;

namespace TalentPortal.EndToEnd.Tests.Browsing;

/// <summary>What the portals of this run left readable though it was typed in confidence; complete when all of them have ended.</summary>
internal static class LeftBehind
{
    private static readonly ConcurrentQueue<string> Found = new();

    /// <summary>Where something can be read.</summary>
    public static IReadOnlyCollection<string> Findings => Found;

    /// <summary>Says what a portal left.</summary>
    public static void Report(IEnumerable<string> findings)
    {
        foreach (var finding in findings) Found.Enqueue(finding);
    }
}
