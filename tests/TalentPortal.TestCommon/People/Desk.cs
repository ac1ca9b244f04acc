using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Reviews;
using TalentPortal.Core.Reviews.Absences;
using TalentPortal.Core.Reviews.Actions;
using TalentPortal.Core.Reviews.Batches;
using TalentPortal.Core.Reviews.Clocks;
using TalentPortal.Core.Reviews.Handovers;
using TalentPortal.TestCommon.Portals;

namespace TalentPortal.TestCommon.People;

/// <summary>What officers do with a task beside deciding, through the services.</summary>
/// <param name="portal">Where.</param>
/// <param name="gap">The field that supplements ask for.</param>
public sealed class Desk(PortalFactory portal, string gap = "papers")
{
    private const string Because = "For a good reason.";

    /// <summary>Takes a task.</summary>
    public Task<Result> ClaimAsync(Actor actor, Guid task) => Service<ReviewService>().ClaimAsync(actor, task, Begin("TaskClaiming", actor), default);

    /// <summary>Answers a task.</summary>
    public Task<Result<DecisionReceipt>> DecideAsync(Actor actor, Guid task, string outcome, decimal? points = null) =>
        Service<ReviewService>().DecideAsync(actor, new ReviewDecision(task, outcome, Because, Points(points), Gaps(outcome)), Begin("ReviewTaskDeciding", actor), default);

    /// <summary>A supervisor gives it to somebody.</summary>
    public Task<Result> AssignAsync(Actor actor, Guid task, Actor to) =>
        Service<TaskPassing>().AssignAsync(actor, task, to.UserId, Because, Begin("TaskAssigning", actor), default);

    /// <summary>Passes it on.</summary>
    public Task<Result> TransferAsync(Actor actor, Guid task, Actor to, string reason = Because) =>
        Service<TaskPassing>().TransferAsync(actor, task, to.UserId, reason, Begin("TaskTransferring", actor), default);

    /// <summary>Has somebody prepare the answer.</summary>
    public Task<Result> DelegateAsync(Actor actor, Guid task, Actor to) =>
        Service<AddedReviews>().DelegateAsync(actor, task, to.UserId, Because, Begin("TaskDelegating", actor), default);

    /// <summary>Adds a reviewer before, after or, as a main one, beside.</summary>
    public Task<Result> AddAsync(Actor actor, Guid task, Actor to, ReviewTaskKind place) => place switch
    {
        ReviewTaskKind.Before => Service<AddedReviews>().AddBeforeAsync(actor, task, to.UserId, Because, Begin("ReviewerAdding", actor), default),
        ReviewTaskKind.After => Service<AddedReviews>().AddAfterAsync(actor, task, to.UserId, Because, Begin("ReviewerAdding", actor), default),
        _ => Service<AddedReviews>().AddBesideAsync(actor, task, to.UserId, Because, Begin("ReviewerAdding", actor), default),
    };

    /// <summary>Removes an added reviewer.</summary>
    public Task<Result> RemoveAsync(Actor actor, Guid task, Guid added) =>
        Service<AddedReviews>().RemoveAsync(actor, task, added, Because, Begin("ReviewerRemoving", actor), default);

    /// <summary>Asks another unit.</summary>
    public Task<Result> ConsultAsync(Actor actor, Guid task, Guid unit) =>
        Service<AddedReviews>().ConsultAsync(actor, task, unit, Because, Begin("UnitConsulting", actor), default);

    /// <summary>Returns the case to an earlier step.</summary>
    public Task<Result> ReturnAsync(Actor actor, Guid task, string activity, bool straightBack) =>
        Service<CaseReturns>().ReturnAsync(actor, task, activity, straightBack, Because, Begin("CaseReturning", actor), default);

    /// <summary>Asks for more time.</summary>
    public Task<Result> AskExtensionAsync(Actor actor, Guid task, string reason = Because) =>
        Service<Extensions>().AskAsync(actor, task, reason, Begin("ExtensionAsking", actor), default);

    /// <summary>Gives more time, or none.</summary>
    public Task<Result> DecideExtensionAsync(Actor actor, Guid task, bool approve, string reason = Because) => approve
        ? Service<Extensions>().ApproveAsync(actor, task, reason, Begin("ExtensionApproving", actor), default)
        : Service<Extensions>().RefuseAsync(actor, task, reason, Begin("ExtensionRefusing", actor), default);

    /// <summary>Takes an answer back.</summary>
    public Task<Result> TakeBackAsync(Actor actor, Guid task) =>
        Service<CaseReturns>().TakeBackAsync(actor, task, Because, Begin("DecisionTakingBack", actor), default);

    /// <summary>Suspends the case.</summary>
    public Task<Result> SuspendAsync(Actor actor, Guid task) =>
        Service<CaseControls>().SuspendAsync(actor, task, Because, Begin("CaseSuspending", actor), default);

    /// <summary>Resumes the case.</summary>
    public Task<Result> ResumeAsync(Actor actor, Guid task) =>
        Service<CaseControls>().ResumeAsync(actor, task, Because, Begin("CaseResuming", actor), default);

    /// <summary>Ends the case.</summary>
    public Task<Result> TerminateAsync(Actor actor, Guid task) =>
        Service<CaseControls>().TerminateAsync(actor, task, Because, Begin("CaseTerminating", actor), default);

    /// <summary>Lets the office ask the applicant once more.</summary>
    public Task<Result> AllowSupplementAsync(Actor actor, Guid task) =>
        Service<CaseControls>().AllowSupplementAsync(actor, task, Because, Begin("SupplementAllowing", actor), default);

    /// <summary>Copies the case to somebody.</summary>
    public Task<Result> CopyAsync(Actor actor, Guid task, Actor to) =>
        Service<CaseCopies>().CopyAsync(actor, task, to.UserId, Because, Begin("CaseCopying", actor), default);

    /// <summary>A supervisor urges.</summary>
    public Task<Result> UrgeAsync(Actor actor, Guid task) =>
        Service<Urging>().BySupervisorAsync(actor, task, Because, Begin("TaskUrging", actor), default);

    /// <summary>The applicant urges.</summary>
    public Task<Result> UrgeAsApplicantAsync(Actor actor, Guid caseId) =>
        Service<Urging>().ByApplicantAsync(actor, caseId, Begin("CaseUrging", actor), default);

    /// <summary>Answers tasks at once.</summary>
    public async Task<Result> BatchAsync(Actor actor, IReadOnlyList<Guid> tasks, string outcome) => (await Service<BatchDecisions>()
        .DecideAsync(actor, new BatchDecision(tasks, outcome, Because), Begin("ReviewTaskDeciding", actor), default)).ToResult();

    /// <summary>Hands tasks over from one person to another, or to the pool.</summary>
    public async Task<Result> HandOverAsync(Actor actor, IReadOnlyCollection<Guid> tasks, Actor from, Actor? to) => (await Service<HandoverService>()
        .RunAsync(actor, new Handover(new HandoverFrom(from.UserId, null), new HandoverTo(to?.UserId), Because), tasks, Begin("TasksHandingOver", actor), default)).ToResult();

    /// <summary>Enters an absence of three days from today.</summary>
    public async Task<Result<Guid>> BeAwayAsync(Actor actor, Actor standIn)
    {
        var today = Service<PortalTimeZone>().Today;
        await using var scope = portal.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AbsenceService>()
            .EnterAsync(actor, new AbsenceEntry(actor.UserId, standIn.UserId, today, today.AddDays(2)), Begin("AbsenceEntering", actor), default);
    }

    /// <summary>Ends an absence.</summary>
    public async Task<Result> ComeBackAsync(Actor actor, Guid absence)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AbsenceService>().EndAsync(actor, absence, Begin("AbsenceEnding", actor), default);
    }

    private T Service<T>()
        where T : notnull => portal.Services.GetRequiredService<T>();

    private Operation Begin(string type, Actor actor) => Operation.Begin(Guid.NewGuid(), type, actor.UserId, role: null, portal.Clock);

    private IReadOnlyList<SupplementGap> Gaps(string outcome) =>
        outcome == "Supplement" ? [new SupplementGap("field", gap, "Please say more.")] : [];

    private static Dictionary<string, decimal> Points(decimal? points) => points is not { } all
        ? new(StringComparer.Ordinal)
        : new(StringComparer.Ordinal)
        {
            ["conduct"] = Math.Min(all, 10),
            ["skill"] = all,
            ["scale"] = all,
            ["results"] = all,
            ["leading"] = all,
            ["training"] = Math.Min(all, 10),
        };
}
