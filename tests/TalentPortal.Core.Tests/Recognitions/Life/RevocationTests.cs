using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Recognitions;
using TalentPortal.Core.Recognitions.Life;
using TalentPortal.Core.Recognitions.Life.Hearings;
using TalentPortal.Core.Recognitions.Life.Revocations;
using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;
using Xunit;

namespace TalentPortal.Core.Tests.Recognitions.Life;

/// <summary>Suspension, revocation with the holder heard or silent, a recognition given back, and an upgrade.</summary>
public sealed class RevocationTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Amount = """{ "recoveryAmount": 6000, "recoveryBasis": "Twelve months at 500 yuan" }""";

    [Fact]
    public async Task Revocation_HolderSilent_TheLeadingGroupDecidesWithTheAmount()
    {
        var talent = await RecognisedTalent.BeginAsync(portal);
        Assert.IsType<RevocationReasonUnknown>((await talent.OpenRevocationAsync(RevocationCases.OwnRequest)).Refusal);
        Assert.Equal(new LifeTextInvalid(RecognitionSuspensions.LongestText), (await SuspendAsync(talent, "")).Refusal);
        Assert.True((await SuspendAsync(talent, "Looked into by the police.")).Succeeded);
        Assert.Equal(CertificateState.Suspended, (await talent.VerifyAsync()).State);
        Assert.Equal(1, await talent.ToldAsync("recognition-suspended"));
        Assert.IsType<RecognitionSuspendedNow>((await talent.ApplyAgainAsync()).Refusal);

        var matter = (await talent.OpenRevocationAsync()).Value;
        Assert.IsType<RevocationUnderWay>((await talent.OpenRevocationAsync()).Refusal);
        Assert.Equal(1, await talent.ToldAsync("recognition-hearing"));
        Assert.IsType<OfficeMatterNotWithdrawn>((await talent.Service<WithdrawalService>().WithdrawAsync(
            talent.Journey.Talent, matter.CaseId, null, matter.Begin("ApplicationWithdrawing", talent.Journey.Talent), default)).Refusal);
        await matter.PassDaysAsync(5);
        Assert.Equal(1L, await matter.ScalarAsync("select count(*) from operation_events where stream_id = $1 and type = 'HolderSilent'"));
        foreach (var wrong in new[] { "{}", """{ "recoveryAmount": -1 }""", """{ "recoveryAmount": 99000000 }""" })
        {
            var refused = await matter.TryDecideAsync(Journey.Office, "propose", "ProposeRevocation", "The list is false.", fields: wrong);
            Assert.Equal("recoveryAmount", Assert.Single(Assert.IsType<AnswersInvalid>(refused.Refusal).Errors).Path);
        }

        await matter.DecideAsync(Journey.Office, "propose", "ProposeRevocation", "The list is false.", fields: Amount);
        await matter.DecideAsync(Journey.Leader, "decide", "Return", "Please say how the sum adds up.");
        await matter.DecideAsync(Journey.Office, "propose", "ProposeRevocation", "The list is false; see the sum.", fields: Amount);
        await matter.DecideAsync(Journey.Leader, "decide", "Revoke", "Revoked: the list is false.");
        await matter.AssertEndedAsync("Approved");
        await portal.RunJobsAsync();
        var seen = await talent.VerifyAsync();
        Assert.Equal((CertificateState.Revoked, talent.Service<Core.Calendar.PortalTimeZone>().Today), (seen.State, seen.Since));
        Assert.Equal("false-material|6000.00", await talent.Journey.ScalarAsync(
            "select reason || '|' || amount from recognition_events where case_id = $1 and kind = 'Revoked'"));
        Assert.Equal("Issued, Suspended, Revoked", await talent.LifeAsync());
        Assert.Equal(1, await talent.ToldAsync("recognition-revoked-party"));
        Assert.Empty(await talent.Service<AuditVerifier>().VerifyAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Revocation_HolderHeard_IsDropped_AndAnUpgradeFollows()
    {
        var talent = await RecognisedTalent.BeginAsync(portal, points: 10);
        var matter = (await talent.OpenRevocationAsync("stopped-serving")).Value;
        var stranger = await new TestPeople(portal.Services).TalentAsync();
        Assert.IsType<CaseNotFound>((await talent.Service<HolderStatements>()
            .StateAsync(stranger, matter.CaseId, "Not mine.", matter.Begin("HolderStating", stranger), default)).Refusal);
        Assert.True((await talent.StateAsync(matter, "I teach there every day.")).Succeeded);
        await matter.DecideAsync(Journey.Office, "propose", "Drop", "The school confirms it.");
        await matter.AssertEndedAsync("Refused");
        await portal.RunJobsAsync();
        Assert.Equal(("Valid", 1), (await talent.StatusAsync(), await talent.ToldAsync("recognition-kept")));

        await talent.GoToAsync(2027, 4, 1);
        var upgrade = (await talent.ApplyAgainAsync()).Value;
        await upgrade.ReachTownAsync();
        await upgrade.GoOnToDistrictNoticeAsync();
        await upgrade.PassDaysAsync(5);
        await portal.RunJobsAsync();
        Assert.Equal(("Superseded", 1L), (await talent.StatusAsync(), await portal.Database.ScalarAsync(
            "select count(*) from recognitions where person_id = $1 and status = 'Valid'", (await talent.Journey.ActorAsync(talent.Journey.Talent.UserId)).PersonId!.Value)));
        Assert.Equal("Upgraded", await upgrade.ScalarAsync("select kind from recognition_events where case_id = $1"));
    }

    [Fact]
    public async Task Return_ByTheHolder_IsConfirmedWithoutAHearing()
    {
        var talent = await RecognisedTalent.BeginAsync(portal);
        var holder = await talent.Journey.ActorAsync(talent.Journey.Talent.UserId);
        var stranger = await new TestPeople(portal.Services).TalentAsync();
        Assert.IsType<CaseNotFound>((await ReturnAsync(talent, stranger)).Refusal);
        var matter = talent.Journey.OfCase((await ReturnAsync(talent, holder)).Value);
        await matter.DecideAsync(Journey.Office, "confirm", "Confirm");
        await matter.AssertEndedAsync("Approved");
        await portal.RunJobsAsync();
        Assert.Equal("own-request", await talent.Journey.ScalarAsync("select reason from recognition_events where case_id = $1 and kind = 'Revoked'"));
        Assert.Equal((1, CertificateState.Revoked), (await talent.ToldAsync("recognition-returned"), (await talent.VerifyAsync()).State));
        Assert.IsType<RecognitionNotInState>((await ReturnAsync(talent, holder)).Refusal);
    }

    private static Task<Result<Guid>> ReturnAsync(RecognisedTalent talent, Core.Accounts.Actor by) => talent.Service<RevocationCases>()
        .ReturnAsync(by, talent.Number, "I move away.", talent.Journey.Begin("RecognitionReturning", by), default);

    private static async Task<Result> SuspendAsync(RecognisedTalent talent, string reason)
    {
        var officer = await talent.Journey.ActorAsync(Journey.Office);
        return await talent.Service<RecognitionSuspensions>().SuspendAsync(officer, talent.Number, reason, talent.Journey.Begin("RecognitionSuspending", officer), default);
    }
}
