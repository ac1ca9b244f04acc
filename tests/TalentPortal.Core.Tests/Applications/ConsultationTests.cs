using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Orchestration;
using TalentPortal.Core.Reviews;
using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;
using Xunit;

namespace TalentPortal.Core.Tests.Applications;

/// <summary>The first service item on the rails: handed in, accepted, answered; supplemented; withdrawn; lapsed.</summary>
public sealed class ConsultationTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Answers =
        """
        { "kind": "question", "topic": "other", "title": "Which papers do I need", "details": "I grow fruit and want to know.",
          "acceptedBy": "talentOffice", "onBehalfOf": "self", "contact": { "name": "Qin Xiaohe", "phone": "13800138000" } }
        """;

    private readonly TestPeople people = new(portal.Services);

    [Fact]
    public async Task Submit_ThenAcceptedAndAnswered_IsApprovedAndAuditHolds()
    {
        var talent = await people.TalentAsync();
        var office = await people.OfficerAsync(PortalRole.TalentOffice, "ys-talent-office");
        var receipt = await SubmitAsync(talent, Guid.NewGuid());
        Assert.Equal(ApplicationStatus.Submitted, receipt.Status);
        var accepted = await DecideAsync(office, Assert.Single(receipt.Tasks).Id, "Accept");
        Assert.Equal(ApplicationStatus.InReview, accepted.Status);
        var answer = await OpenTaskAsync(receipt.CaseId);
        Assert.Equal("answer", await StepAsync(answer));
        var done = await DecideAsync(office, answer, "Answered", "You need two papers.");
        Assert.Equal(ApplicationStatus.Approved, done.Status);
        Assert.Equal(0L, await portal.Database.ScalarAsync("select count(*) from bookmarks where case_id = $1", receipt.CaseId));
        Assert.Equal("Finished", await portal.Database.ScalarAsync("select status from workflow_instances where case_id = $1", receipt.CaseId));
        Assert.Equal(2L, await portal.Database.ScalarAsync("select count(*) from outbox_messages where case_id = $1", receipt.CaseId));
        Assert.Empty(await portal.Services.GetRequiredService<AuditVerifier>().VerifyAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Submit_SameOperationTwice_GivesTheFirstAnswer()
    {
        var talent = await people.TalentAsync();
        var id = Guid.NewGuid();
        var first = await SubmitAsync(talent, id);
        var second = await SubmitAsync(talent, id);
        Assert.Equal((first.CaseId, first.Number), (second.CaseId, second.Number));
        Assert.Equal(1L, await portal.Database.ScalarAsync("select count(*) from applications where created_by = $1", talent.UserId));
    }

    [Fact]
    public async Task Decide_SupplementThenAnswered_GoesOnWhereItStopped()
    {
        var talent = await people.TalentAsync();
        var office = await people.OfficerAsync(PortalRole.TalentOffice, "ys-talent-office");
        var receipt = await SubmitAsync(talent, Guid.NewGuid());
        var asked = await Reviews.DecideAsync(office, new ReviewDecision(receipt.Tasks[0].Id, "Supplement", "Please say more.",
            new Dictionary<string, decimal>(), [new SupplementGap("field", "details", "Say since when.")]), Begin("ReviewTaskDeciding", office), default);
        Assert.Equal(ApplicationStatus.Supplementing, asked.Value.Status);
        var version = portal.Services.GetRequiredService<TalentPortal.Core.Catalogue.ServiceItems>().Find("talent-consultation")!;
        using var more = JsonDocument.Parse("""{ "details": "Since 2019.", "title": "Not asked for" }""");
        var bound = TalentPortal.Core.Catalogue.Answers.AnswerBinder.FromJson(version.Item.Form.Fields, more.RootElement);
        var answered = await portal.Services.GetRequiredService<SupplementService>()
            .AnswerAsync(talent, receipt.CaseId, bound.Answers, Begin("SupplementAnswering", talent), default);
        Assert.True(answered.Succeeded, answered.Refusal?.Key);
        Assert.Equal("accept", await StepAsync(await OpenTaskAsync(receipt.CaseId)));
        Assert.Equal("Since 2019.|Which papers do I need", await portal.Database.ScalarAsync(
            "select (answers->>'details') || '|' || (answers->>'title') from applications where case_id = $1", receipt.CaseId));
    }

    [Fact]
    public async Task Supplement_NotAnsweredInTime_Lapses()
    {
        var talent = await people.TalentAsync();
        var office = await people.OfficerAsync(PortalRole.TalentOffice, "ys-talent-office");
        var receipt = await SubmitAsync(talent, Guid.NewGuid());
        await Reviews.DecideAsync(office, new ReviewDecision(receipt.Tasks[0].Id, "Supplement", "Please say more.",
            new Dictionary<string, decimal>(), [new SupplementGap("field", "details", "Say since when.")]), Begin("ReviewTaskDeciding", office), default);
        portal.Clock.Advance(TimeSpan.FromDays(60));
        await portal.Services.GetRequiredService<DueCaseWorker>().RunDueAsync(CancellationToken.None);
        Assert.Equal("Lapsed", await StatusAsync(receipt.CaseId));
    }

    [Fact]
    public async Task Withdraw_WhileInReview_EndsEveryWait()
    {
        var talent = await people.TalentAsync();
        var office = await people.OfficerAsync(PortalRole.TalentOffice, "ys-talent-office");
        var receipt = await SubmitAsync(talent, Guid.NewGuid());
        var withdrawn = await portal.Services.GetRequiredService<WithdrawalService>()
            .WithdrawAsync(talent, receipt.CaseId, "Found it myself.", Begin("ApplicationWithdrawing", talent), default);
        Assert.True(withdrawn.Succeeded, withdrawn.Refusal?.Key);
        Assert.Equal("Withdrawn", await StatusAsync(receipt.CaseId));
        Assert.Equal(0L, await portal.Database.ScalarAsync(
            "select count(*) from review_tasks where case_id = $1 and status in ('Open', 'Claimed', 'Waiting')", receipt.CaseId));
        var late = await Reviews.DecideAsync(office, Answer(receipt.Tasks[0].Id, "Accept", ""), Begin("ReviewTaskDeciding", office), default);
        Assert.IsType<TaskNotOpen>(late.Refusal);
    }

    [Fact]
    public async Task Decide_TwoOfficersAtOnce_OneDecidesTheOtherIsTold()
    {
        var talent = await people.TalentAsync();
        var one = await people.OfficerAsync(PortalRole.TalentOffice, "ys-talent-office");
        var other = await people.OfficerAsync(PortalRole.TalentOffice, "ys-talent-office");
        var receipt = await SubmitAsync(talent, Guid.NewGuid());
        var results = await Task.WhenAll(new[] { one, other }.Select(officer => Task.Run(() =>
            Reviews.DecideAsync(officer, Answer(receipt.Tasks[0].Id, "Accept", ""), Begin("ReviewTaskDeciding", officer), default))));
        var winner = Assert.Single(results, result => result.Succeeded);
        Assert.Equal(ApplicationStatus.InReview, winner.Value.Status);
        Assert.IsType<AlreadyDecided>(Assert.Single(results, result => !result.Succeeded).Refusal);
        Assert.Equal(1L, await portal.Database.ScalarAsync("select count(*) from decisions where case_id = $1", receipt.CaseId));
    }

    [Fact]
    public async Task Decide_OfficerOfAnotherUnit_FindsNothing()
    {
        var receipt = await SubmitAsync(await people.TalentAsync(), Guid.NewGuid());
        var stranger = await people.OfficerAsync(PortalRole.TownReviewer, "ys-town-yanshan");
        var result = await Reviews.DecideAsync(stranger, Answer(receipt.Tasks[0].Id, "Accept", ""), Begin("ReviewTaskDeciding", stranger), default);
        Assert.IsType<CaseNotFound>(result.Refusal);
    }

    private ReviewService Reviews => portal.Services.GetRequiredService<ReviewService>();

    private async Task<SubmissionReceipt> SubmitAsync(Actor talent, Guid operationId)
    {
        using var answers = JsonDocument.Parse(Answers);
        var result = await portal.Services.GetRequiredService<SubmissionService>().SubmitAsync(
            talent, new DirectSubmission("RC320001", answers.RootElement, [], OnBehalfBasis: null),
            Operation.Begin(operationId, "ApplicationSubmitting", talent.UserId, role: null, portal.Clock), default);
        Assert.True(result.Succeeded, result.Refusal is AnswersInvalid invalid
            ? string.Join("; ", invalid.Errors.Select(error => $"{error.Path}: {error.Refusal}")) : result.Refusal?.ToString());
        return result.Value;
    }

    private async Task<DecisionReceipt> DecideAsync(Actor officer, Guid task, string outcome, string reason = "")
    {
        var result = await Reviews.DecideAsync(officer, Answer(task, outcome, reason), Begin("ReviewTaskDeciding", officer), default);
        Assert.True(result.Succeeded, result.Refusal?.ToString());
        return result.Value;
    }

    private static ReviewDecision Answer(Guid task, string outcome, string reason) =>
        new(task, outcome, reason, new Dictionary<string, decimal>(), []);

    private Operation Begin(string type, Actor actor) => Operation.Begin(Guid.NewGuid(), type, actor.UserId, role: null, portal.Clock);

    private async Task<Guid> OpenTaskAsync(Guid caseId) =>
        (Guid)(await portal.Database.ScalarAsync("select id from review_tasks where case_id = $1 and status in ('Open', 'Claimed')", caseId))!;

    private async Task<string> StepAsync(Guid task) =>
        (string)(await portal.Database.ScalarAsync("select step_code from review_tasks where id = $1", task))!;

    private async Task<string> StatusAsync(Guid caseId) =>
        (string)(await portal.Database.ScalarAsync("select status from applications where case_id = $1", caseId))!;
}
