using TalentPortal.Core.Cases;
using TalentPortal.Core.Notifications;

namespace TalentPortal.Core.Applications;

/// <summary><c>Portal.Approve</c>: closes the application: granted.</summary>
public sealed class ApproveActivity(CaseClocks clocks) : EndingActivity(clocks)
{
    /// <inheritdoc />
    public override string TypeName => "Portal.Approve";

    private protected override ApplicationStatus EndOf(Application application) => ApplicationStatus.Approved;

    private protected override ValueTask<string> TemplateAsync(CaseWork work, Application ended, CancellationToken ct) =>
        ValueTask.FromResult(MessageTemplates.DecisionApproved);
}
