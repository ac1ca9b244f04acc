using TalentPortal.Core.Applications;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Recognitions;
using TalentPortal.Core.Recognitions.Life;
using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;
using Xunit;

namespace TalentPortal.Core.Tests.Recognitions.Life;

/// <summary>The yearly check, every way through it; a renewal; and what happens where nothing is handed in.</summary>
public sealed class AnnualCheckTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task Check_PassedThenPutRight_TheRecognitionGoesOnAndIsRenewed()
    {
        var talent = await RecognisedTalent.BeginAsync(portal);
        Assert.IsType<RecognisedAlready>((await talent.ApplyAgainAsync()).Refusal);
        await talent.GoToAsync(2026, 12, 1);
        Assert.IsType<ServiceItemNotYetOpen>((await talent.TryHandInCheckAsync()).Refusal);
        await talent.GoToAsync(2027, 1, 4);
        Assert.Equal(1, await talent.ToldAsync("recognition-check-open"));
        Assert.IsType<RecognitionNotHeld>((await talent.TryHandInCheckAsync("YSRC2026-7K3M-9QXAC")).Refusal);

        var check = await talent.HandInCheckAsync();
        await check.DecideAsync(Journey.Town, "town", "Pass");
        await check.DecideAsync(Journey.Office, "office", "Pass");
        await check.AssertEndedAsync("Approved");
        await portal.RunJobsAsync();
        Assert.Equal("Issued, CheckPassed 2027", await talent.LifeAsync());
        Assert.Equal(new CheckPassedAlready(2027), (await talent.TryHandInCheckAsync()).Refusal);
        await talent.GoToAsync(2027, 4, 1);
        Assert.Equal(0, await talent.ToldAsync("recognition-check-closing"));

        await talent.GoToAsync(2028, 1, 4);
        check = await talent.HandInCheckAsync();
        await check.DecideAsync(Journey.Town, "town", "Doubt", "Nobody saw him here since summer.");
        await check.DecideAsync(Journey.Office, "office", "Rectify", "Please show what was done after summer.");
        Assert.Equal("2028-03-04", await check.ScalarAsync("select answer_by::text from recognition_matters where case_id = $1"));
        Assert.Equal(1, await talent.ToldAsync("recognition-to-rectify"));
        Assert.IsType<LifeTextInvalid>((await talent.StateAsync(check, " ")).Refusal);
        Assert.True((await talent.StateAsync(check, "Evening classes; the list is at the village.")).Succeeded);
        Assert.IsType<NothingToState>((await talent.StateAsync(check, "Once more.")).Refusal);
        await check.DecideAsync(Journey.Office, "recheck", "Pass");
        await check.AssertEndedAsync("Approved");
        await portal.RunJobsAsync();
        Assert.Equal("Issued, CheckPassed 2027, CheckPassed 2028", await talent.LifeAsync());
        await AssertRenewedAsync(talent);
    }

    private async Task AssertRenewedAsync(RecognisedTalent talent)
    {
        await talent.GoToAsync(2028, 12, 1);
        var renewal = (await talent.ApplyAgainAsync()).Value;
        await renewal.ReachDistrictNoticeAsync();
        await renewal.PassDaysAsync(5);
        await portal.RunJobsAsync();
        Assert.Equal("Renewed", await renewal.ScalarAsync("select kind from recognition_events where case_id = $1"));
        Assert.Equal("Superseded", await talent.StatusAsync());
        Assert.Equal(CertificateState.Superseded, (await talent.VerifyAsync()).State);
        Assert.Equal(1, await talent.ToldAsync("recognition-superseded"));
    }

    [Fact]
    public async Task Check_NotPutRight_LapsesFromThatDay()
    {
        var talent = await RecognisedTalent.BeginAsync(portal);
        var next = (await talent.VerifyAsync()).IssuedOn.Year + 1;
        await talent.GoToAsync(next, 1, 6);
        var check = await talent.HandInCheckAsync();
        await check.DecideAsync(Journey.Town, "town", "Pass");
        await check.DecideAsync(Journey.Office, "office", "Rectify", "One page of the proof is missing.");
        await talent.GoToAsync(next, 3, 9);
        await check.RunDueAsync();
        Assert.Equal(1L, await check.ScalarAsync("select count(*) from operation_events where stream_id = $1 and type = 'HolderSilent'"));
        await check.DecideAsync(Journey.Office, "recheck", "Lapse", "Nothing was shown.");
        await check.AssertEndedAsync("Refused");
        await portal.RunJobsAsync();
        var seen = await talent.VerifyAsync();
        Assert.Equal((CertificateState.Lapsed, new DateOnly(next, 3, 9)), (seen.State, seen.Since));
        Assert.Equal("stopped-serving", await talent.Journey.ScalarAsync("select reason from recognition_events where case_id = $1 and kind = 'Lapsed'"));
    }

    [Fact]
    public async Task Check_MissedTwice_LapsesWithNotice()
    {
        var talent = await RecognisedTalent.BeginAsync(portal);
        var first = (await talent.VerifyAsync()).IssuedOn.Year + 1;
        await talent.GoToAsync(first, 3, 20);
        Assert.Equal((1, 1), (await talent.ToldAsync("recognition-check-open"), await talent.ToldAsync("recognition-check-closing")));
        await talent.GoToAsync(first, 4, 1);
        Assert.Equal((1, "Valid"), (await talent.ToldAsync("recognition-check-missed"), await talent.StatusAsync()));
        await talent.GoToAsync(first + 1, 4, 2);
        Assert.Equal($"Issued, CheckMissed {first}, CheckMissed {first + 1}, Lapsed", await talent.LifeAsync());
        Assert.Equal((1, CertificateState.Lapsed), (await talent.ToldAsync("recognition-lapsed"), (await talent.VerifyAsync()).State));
        Assert.Equal(0L, await portal.Database.ScalarAsync(
            "select count(*) from jobs where kind = 'recognitions.annual-check' and case_id = $1 and status = 'Waiting'", talent.Journey.CaseId));
        Assert.Equal(0L, await portal.Database.ScalarAsync("select count(*) from jobs where kind like 'recognitions.%' and last_error is not null"));
    }

    [Fact]
    public async Task Check_TakenBackAfterItsWindow_IsMissed()
    {
        var talent = await RecognisedTalent.BeginAsync(portal);
        var year = (await talent.VerifyAsync()).IssuedOn.Year + 1;
        await talent.GoToAsync(year, 3, 10);
        var check = await talent.HandInCheckAsync();
        await talent.GoToAsync(year, 4, 2);
        Assert.Equal("Issued", await talent.LifeAsync());
        var withdrawn = await talent.Service<WithdrawalService>().WithdrawAsync(
            talent.Journey.Talent, check.CaseId, "I forgot a page.", check.Begin("ApplicationWithdrawing", talent.Journey.Talent), default);
        Assert.True(withdrawn.Succeeded, withdrawn.Refusal?.ToString());
        await portal.RunJobsAsync();
        Assert.Equal($"Issued, CheckMissed {year}", await talent.LifeAsync());
        Assert.Equal(0L, await portal.Database.ScalarAsync("select count(*) from jobs where kind like 'recognitions.%' and last_error is not null"));
    }
}
