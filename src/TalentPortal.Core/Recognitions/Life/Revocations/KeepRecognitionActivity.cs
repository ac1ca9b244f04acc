using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Notifications;

namespace TalentPortal.Core.Recognitions.Life.Revocations;

/// <summary><c>Portal.KeepRecognition</c>: closes the case of a revocation: not carried, the recognition stays as it is.</summary>
public sealed class KeepRecognitionActivity(CaseClocks clocks, LastReasonOf lastReason) : EndingActivity(clocks)
{
    /// <inheritdoc />
    public override string TypeName => "Portal.KeepRecognition";

    private protected override ApplicationStatus EndOf(Application application) => ApplicationStatus.Refused;

    private protected override string? Reason(CaseWork work) => lastReason(work);

    private protected override ValueTask<string> TemplateAsync(CaseWork work, Application ended, CancellationToken ct) =>
        ValueTask.FromResult(MessageTemplates.RecognitionKept);
}
