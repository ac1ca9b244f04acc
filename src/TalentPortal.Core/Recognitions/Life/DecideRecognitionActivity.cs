using TalentPortal.Core.Applications;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Orchestration;
using TalentPortal.Core.Reviews;
using TalentPortal.Workflows.Activities;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Core.Recognitions.Life;

/// <summary>
/// <c>Portal.DecideRecognition</c>: puts down how a case about a recognition ends, and plans what that changes in the recognition's own
/// case.
/// </summary>
public sealed class DecideRecognitionActivity(ServiceItems items, PortalTimeZone zone) : Activity
{
    /// <summary>The field of a review form that holds the amount to be paid back.</summary>
    public const string AmountField = "recoveryAmount";

    /// <summary>Why a recognition ends that a check did not pass.</summary>
    public const string CheckReason = "stopped-serving";

    /// <inheritdoc />
    public override string TypeName => "Portal.DecideRecognition";

    /// <inheritdoc />
    public override IReadOnlyList<ActivityInput> Inputs { get; } =
        [new("result", DataType.Choice(Enum.GetNames<RecognitionMatterResult>())) { IsRequired = true }];

    /// <inheritdoc />
    public override async ValueTask ExecuteAsync(ActivityContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var work = context.Work();
        var result = Enum.Parse<RecognitionMatterResult>(context.Input<string>("result")!);
        var matter = work.Rows<RecognitionMatter>().Single();
        var decided = work.Rows<Decision>().LastOrDefault();
        var amount = result is RecognitionMatterResult.Revoked ? await AmountAsync(context) : null;
        work.Rows<RecognitionMatter>().Replace(matter with { Result = result, Amount = amount });
        work.Record("RecognitionMatterDecided", ("result", result), ("recognition", matter.RecognitionId));
        if (EventOf(result) is not { } kind) return;
        new RecognitionChange(matter.RecognitionId, kind, work.CaseId, decided?.OfficerId, zone.DateOf(work.Now),
            kind is RecognitionEventKind.CheckPassed ? matter.Year : null,
            kind is RecognitionEventKind.Lapsed ? CheckReason : matter.Reason, amount).Plan(work);
    }

    private static RecognitionEventKind? EventOf(RecognitionMatterResult result) => result switch
    {
        RecognitionMatterResult.Passed => RecognitionEventKind.CheckPassed,
        RecognitionMatterResult.Lapsed => RecognitionEventKind.Lapsed,
        RecognitionMatterResult.Revoked => RecognitionEventKind.Revoked,
        _ => null,
    };

    private async ValueTask<decimal?> AmountAsync(ActivityContext context)
    {
        var work = context.Work();
        var item = (await items.VersionAsync(work.Rows<Application>().Single().ServiceItemVersionId, context.Cancellation)).Item;
        var entered = ReviewEntries.Of(item, work.Rows<ReviewStep>(), work.Rows<Decision>()).Find(AmountField) as AnswerValue.Number;
        return entered?.Value;
    }
}
