using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Catalogue.Guides;
using TalentPortal.Core.Recognitions;
using TalentPortal.Core.Recognitions.Life;
using TalentPortal.Core.Reviews;
using TalentPortal.Core.Reviews.Actions;
using TalentPortal.Core.Standards;
using TalentPortal.Core.Standards.Codes;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Presentation.Forms;
using TalentPortal.Web.Presentation.Views;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Talent.Cases;

/// <summary>Where a case stands, what is asked of its author, how long it takes, and why the clock stands.</summary>
public sealed class CaseModel(
    OwnApplications applications, CaseReader reader, CaseClock clock, CaseStory story, CheckDesk desk, RecognitionQueries recognitions,
    DecidingBodies bodies, CodeTables codes) : PageModel
{
    /// <summary>All rows.</summary>
    public CaseFacts Facts { get; private set; } = null!;

    /// <summary>The application.</summary>
    public OwnApplication Own => Facts.Own;

    /// <summary>The number in groups.</summary>
    public string Number { get; private set; } = "";

    /// <summary>The bar.</summary>
    public IReadOnlyList<StepView> Steps => CaseStory.Steps(Facts);

    /// <summary>The same steps with who acts in them and their days.</summary>
    public IReadOnlyList<StepDaysView> Way { get; private set; } = [];

    /// <summary>The step the case is in; null when in none.</summary>
    public GuideStep? Step => CaseReader.StepOf(Own);

    /// <summary>Who acts now.</summary>
    public string Next => reader.NextStep(Facts);

    /// <summary>The clock; null before acceptance.</summary>
    public ClockView? Clock => clock.View(Facts.Promise, Own.Item, $"/cases/{Number}/days");

    /// <summary>The promised working days.</summary>
    public int PromisedDays => reader.PromisedDays(Own);

    /// <summary>What happened.</summary>
    public IReadOnlyList<TimelineView> Timeline => story.Timeline(Facts);

    /// <summary>How many gaps are open.</summary>
    public int Gaps => Facts.Open is { } open ? SupplementService.Gaps(open).Count : 0;

    /// <summary>What was answered.</summary>
    public IReadOnlyList<SummaryPart> Parts { get; private set; } = [];

    /// <summary>The level that was granted; null where there is none.</summary>
    public string? Level => Own.Row.OutcomeLevel is { Length: > 0 } level
        ? codes["recognition-levels"].Label(level, CultureInfo.CurrentUICulture) : null;

    /// <summary>The number of the certificate that the case ended with, in groups; null when it has none.</summary>
    public string? Certificate { get; private set; }

    /// <summary>
    /// What the office wrote at the end: the reason of a refusal, or a reply; null when nothing. A certificate speaks for itself.
    /// </summary>
    public string? Verdict => Certificate is not null ? null : Own.Row.OutcomeReason is { Length: > 0 } reason ? reason
        : Own.Row.Status is ApplicationStatus.Approved or ApplicationStatus.Refused or ApplicationStatus.NotAccepted
            ? Facts.Decisions.LastOrDefault(decision => decision.Reason.Length > 0)?.Reason
        : null;

    /// <summary>Whether it ended against the author.</summary>
    public bool IsRefused => Own.Row.Status is ApplicationStatus.Refused or ApplicationStatus.NotAccepted;

    /// <summary>What can be done against it: the remedy against the body whose decision it was.</summary>
    public string Appeal { get; private set; } = "";

    /// <summary>What the case is for, where it is about a recognition; null else.</summary>
    public RecognitionMatter? Matter { get; private set; }

    /// <summary>Whether it can still be withdrawn; what an office began cannot.</summary>
    public bool MayWithdraw => Own.Row.Status.MayBecome(ApplicationStatus.Withdrawn) && Matter is not { OpenedBy: not null };

    /// <summary>Shows the case; a draft is shown as its form.</summary>
    public async Task<IActionResult> OnGetAsync(
        string number, [FromServices] CaseWay way, [FromServices] LifeQueries lives, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(lives);
        ArgumentNullException.ThrowIfNull(way);
        if (await applications.FindAsync(User.Actor(), number, ct) is not { } own) return NotFound();
        if (own.IsDraft) return RedirectToPage("/Talent/Applications/Section", new { id = own.Row.CaseId });
        Number = own.Number is { } stored && CaseNumber.Parse(stored) is { Succeeded: true } parsed
            ? parsed.Value.ToString()
            : own.Row.CaseId.ToString();
        (Facts, Matter) = (await reader.ReadAsync(own, ct), await lives.MatterAsync(own.Row.CaseId, ct));
        Way = await way.ReadAsync(Facts, ct);
        Appeal = (await bodies.AppealAsync(own.Item, Facts.Decisions is [.., var last] ? last.OrganisationId : null, ct)).ToString();
        Certificate = await recognitions.NumberOfCaseAsync(own.Row.CaseId, ct) is { } certificate
            ? CertificateNumber.Parse(certificate).Value.ToString() : null;
        Parts = (await desk.SummaryAsync(own, ct)).Parts;
        return Page();
    }

    /// <summary>Asks whoever has to act to hurry, once a working day.</summary>
    public async Task<IActionResult> OnPostUrgeAsync(string number, Guid operationId, [FromServices] Urging urging, CancellationToken ct)
    {
        var actor = User.Actor();
        if (await applications.FindAsync(actor, number, ct) is not { IsDraft: false } own) return NotFound();
        var result = await urging.ByApplicantAsync(actor, own.Row.CaseId, this.BeginOwn(operationId, "CaseUrging"), ct);
        return result.Succeeded
            ? this.RedirectWithBanner("Case", "Urging.Done", new { number })
            : this.RedirectWithBanner("Case", "Refusal." + result.Refusal.Key, new { number }, "warn");
    }
}
