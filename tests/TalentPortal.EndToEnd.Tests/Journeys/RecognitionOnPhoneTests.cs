using TalentPortal.EndToEnd.Tests.Browsing;
using Xunit;

namespace TalentPortal.EndToEnd.Tests.Journeys;

[TestCaseOrderer(InOrder.Name, InOrder.Assembly)]
public sealed class RecognitionOnPhoneTests(JourneyPortal portal, ChromiumFixture chromium, RecognitionProgress progress)
    : RecognitionJourneyTests(portal, chromium, progress, width: 390, height: 844)
{
    [Fact]
    public async Task WithTheCardAVenueIsVisitedAndTheVisitTakenBack()
    {
        await Walk.UseCardAsync();
        Assert.Equal(RecognitionStage.CardUsed, Walk.Stage);
    }
}
