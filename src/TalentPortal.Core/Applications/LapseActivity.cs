using TalentPortal.Core.Cases;
using TalentPortal.Core.Notifications;

namespace TalentPortal.Core.Applications;

/// <summary><c>Portal.Lapse</c>: closes the application: not supplemented in time, which counts as taken back.</summary>
public sealed class LapseActivity(CaseClocks clocks) : EndingActivity(clocks)
{
    /// <inheritdoc />
    public override string TypeName => "Portal.Lapse";

    private protected override ApplicationStatus EndOf(Application application) => ApplicationStatus.Lapsed;

    private protected override ValueTask<string> TemplateAsync(CaseWork work, Application ended, CancellationToken ct) =>
        ValueTask.FromResult(MessageTemplates.ApplicationLapsed);
}
