using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;

namespace TalentPortal.Web.Tests.Certificates;

/// <summary>A portal in which one person was recognised.</summary>
public sealed class RecognisedPortal : PortalFactory
{
    /// <summary>The way to it.</summary>
    internal Journey Journey { get; private set; } = null!;

    /// <summary>The certificate's number, without hyphens.</summary>
    public string Number { get; private set; } = "";

    /// <inheritdoc />
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Journey = await Journey.BeginAsync(this);
        await Journey.ReachDistrictNoticeAsync();
        await Journey.PassDaysAsync(5);
        await Journey.AssertEndedAsync("Approved");
        Number = (string)(await Journey.ScalarAsync("select certificate_number from recognitions where case_id = $1"))!;
    }
}
