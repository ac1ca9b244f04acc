using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Allowances;
using TalentPortal.Core.Allowances.Conditions;
using TalentPortal.Core.Allowances.Queries;
using TalentPortal.Core.Allowances.Recoveries;
using TalentPortal.Core.Allowances.Standing;
using TalentPortal.Core.Kernel;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Presentation.Cards;
using TalentPortal.Web.Presentation.Fields;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Officer.Allowances;

/// <summary>One allowance: its periods and what was found for each, its end, and what is claimed back.</summary>
[RequirePermission(Permission.ManageAllowances)]
internal sealed class AllowanceModel(
    AllowanceReader reader, AllowanceDesk desk, RecoveryDesk recoveries, AllowanceWords words, IStringLocalizer texts)
    : DeedsModel
{
    /// <summary>Which.</summary>
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public AllowanceInput Input { get; set; } = new();

    /// <summary>The allowance.</summary>
    public AllowanceView View { get; private set; } = null!;

    /// <summary>What is said about allowances.</summary>
    public AllowanceWords Words => words;

    /// <summary>Periods for which something may be entered, the oldest first.</summary>
    public IReadOnlyList<FieldOption> Periods => [.. View.Instalments.Reverse()
        .Where(one => one.State is not (InstalmentState.Paid or InstalmentState.OnTheWay))
        .Select(one => new FieldOption(one.Instalment.From.ToString("O", CultureInfo.InvariantCulture), words.Period(one.Instalment)))];

    /// <summary>Periods that were paid and may be claimed back.</summary>
    public IReadOnlyList<FieldOption> PaidPeriods => [.. View.Instalments
        .Where(one => one.State is InstalmentState.Paid && View.Facts.ClaimableOf(one.Instalment.From) > 0)
        .Select(one =>
            new FieldOption(one.Instalment.From.ToString("O", CultureInfo.InvariantCulture),
                $"{words.Period(one.Instalment)} {words.Yuan(one.Instalment.Amount)}"))];

    /// <summary>Yes and no.</summary>
    public IReadOnlyList<FieldOption> YesNo => [new("true", texts["Allowances.Yes"]), new("false", texts["Allowances.No"])];

    /// <summary>Recoveries of which something is left.</summary>
    public IReadOnlyList<FieldOption> OpenRecoveries => [.. View.Facts.RecoveryStandings.Where(one => one.Left > 0)
        .Select(one =>
            new FieldOption(one.Recovery.Id.ToString(), texts["Allowances.Recovery.Option", words.Yuan(one.Left), one.Recovery.Reason]))];

    /// <summary>The period that a recovery is about; null where it is no single one.</summary>
    public string? PeriodOf(Recovery recovery) =>
        View.Instalments.FirstOrDefault(one => one.Instalment.From == recovery.PeriodFrom) is { } one ? words.Period(one.Instalment) : null;

    /// <summary>Enters what was found for a period.</summary>
    public Task<IActionResult> OnPostEnterAsync(CancellationToken ct)
    {
        if (Input.Employed is null) ModelState.AddModelError("Input.Employed", texts["Validation.Required"]);
        return ActAsync("ConditionEntering", "Allowances.Desk.Entered", (actor, operation) => desk.EnterAsync(
            actor, Id, new ConditionEntering(Input.PeriodFrom ?? default, Input.Employed ?? false, Input.InsuranceMonths ?? -1, Input.Source), operation, ct), ct);
    }

    /// <summary>Ends the allowance.</summary>
    public Task<IActionResult> OnPostEndAsync(CancellationToken ct) =>
        ActAsync("AllowanceEnding", "Allowances.Desk.Ended", (actor, operation) =>
        desk.EndAsync(actor, Id, Input.EndOn ?? default, Input.EndReason, Input.Revision, operation, ct), ct);

    /// <summary>Claims back what was paid wrongly.</summary>
    public Task<IActionResult> OnPostClaimAsync(CancellationToken ct) =>
        ActAsync("RecoveryClaiming", "Allowances.Desk.Claimed", (actor, operation) =>
        recoveries.ClaimAsync(actor, Id, new RecoveryClaim(Input.Amount ?? 0, Input.ClaimPeriod, Input.ClaimReason), operation, ct), ct);

    /// <summary>Enters what came back.</summary>
    public Task<IActionResult> OnPostReceiveAsync(CancellationToken ct) =>
        ActAsync("RecoveryReceiving", "Allowances.Desk.ReceivedDone", (actor, operation) =>
        recoveries.ReceiveAsync(actor, Id, Input.RecoveryId ?? default, Input.Received ?? 0, Input.ReceivedOn ?? default, operation, ct), ct);

    /// <summary>Decides that the rest is kept back from later instalments.</summary>
    public Task<IActionResult> OnPostSetOffAsync(CancellationToken ct) =>
        ActAsync("RecoverySettingOff", "Allowances.Desk.SetOffDone", (actor, operation) =>
        recoveries.SetOffAsync(actor, Id, Input.SetOffRecoveryId ?? default, Input.SetOffReason, operation, ct), ct);

    /// <inheritdoc />
    protected override async Task<bool> FindAsync(CancellationToken ct)
    {
        View = (await reader.FindAsync(User.Actor(), Id, ct))!;
        return View is not null;
    }

    /// <inheritdoc />
    protected override void Fill() => Input.Revision = View.Facts.Allowance.Revision;

    /// <inheritdoc />
    protected override string FieldOf(Refusal refusal, string deed) => (refusal, deed) switch
    {
        (PeriodUnknown or PeriodPaidAlready, _) => "Input.PeriodFrom",
        (InsuranceMonthsNotPossible, _) => "Input.InsuranceMonths",
        (AllowanceReasonMissing, "ConditionEntering") => "Input.Source",
        (AllowanceReasonMissing, "AllowanceEnding") => "Input.EndReason",
        (AllowanceReasonMissing, "RecoveryClaiming") => "Input.ClaimReason",
        (AllowanceReasonMissing, _) => "Input.SetOffReason",
        (AllowanceEndNotPossible, _) => "Input.EndOn",
        (PeriodNotClaimable, _) => "Input.ClaimPeriod",
        (RecoveryNotPossible, _) => "Input.Amount",
        (ReceiptNotPossible, _) => "Input.Received",
        (PaymentDayNotPossible, _) => "Input.ReceivedOn",
        _ => "",
    };
}
