using TalentPortal.EndToEnd.Tests.Browsing;

namespace TalentPortal.EndToEnd.Tests.Journeys;

/// <summary>How far a recognition has come, from one test of a class to the next.</summary>
public sealed class RecognitionProgress
{
    private RecognitionWalk? walk;

    /// <summary>The walk, begun by the first that asks.</summary>
    internal RecognitionWalk Walk(JourneyPortal portal, ChromiumFixture chromium, int width, int height) =>
        walk ??= new RecognitionWalk(portal, chromium, width, height);
}
