using TalentPortal.EndToEnd.Tests.Browsing;
using Xunit;

namespace TalentPortal.EndToEnd.Tests.Journeys;

[Collection(AfterAllJourneys.Name)]
public sealed class AfterAllJourneysTests
{
    [Fact]
    public void NothingTypedInConfidenceCanBeReadAnywhere() => Assert.Empty(LeftBehind.Findings);
}
