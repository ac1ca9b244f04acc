using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Allowances;
using TalentPortal.Core.Allowances.Payments;
using TalentPortal.Core.Allowances.Queries;
using TalentPortal.Core.Kernel;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Presentation.Cards;
using TalentPortal.Web.Presentation.Fields;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Officer.Allowances;

/// <summary>One batch: its payments, its release by a second person, the bank's file, and what the bank said.</summary>
[Authorize(Policies.Payments)]
internal sealed class BatchModel(
    BatchReader reader, PaymentBatches batches, PaymentResults results, BankFiles files, AllowanceWords words, IStringLocalizer texts)
    : DeedsModel
{
    private const string FileType = "text/csv; charset=utf-8";

    /// <summary>Which.</summary>
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>The batch.</summary>
    public BatchView View { get; private set; } = null!;

    /// <summary>Its payments, in order.</summary>
    public IReadOnlyList<PaymentRow> Rows { get; private set; } = [];

    /// <summary>What is said about allowances.</summary>
    public AllowanceWords Words => words;

    /// <summary>Whether the reader makes and settles batches.</summary>
    public bool MayManage => User.Actor().Can(Permission.ManageAllowances);

    /// <summary>Whether the reader releases this batch: it waits, and somebody else made it.</summary>
    public bool MayRelease => User.Actor() is var actor && actor.Can(Permission.ReleasePayments) && actor.UserId != View.Batch.MadeBy;

    /// <summary>Payments of which nothing is known yet.</summary>
    public IReadOnlyList<FieldOption> OpenPayments => [.. Rows.Where(row => row.Payment.Status is PaymentStatus.Released)
        .Select(row => new FieldOption(row.Payment.Id.ToString(), $"{row.Payment.Place} {row.Name} {words.Yuan(row.Payment.Net)}"))];

    /// <summary>Payments that the bank may still send back: on their way, or arrived.</summary>
    public IReadOnlyList<FieldOption> Returnable => [.. Rows.Where(row => row.Payment.MayReturn)
        .Select(row =>
            new FieldOption(row.Payment.Id.ToString(),
                $"{row.Payment.Place} {row.Name} {words.Yuan(row.Payment.Net)} {texts["Enum.PaymentStatus." + row.Payment.Status]}"))];

    /// <summary>How many payments stand so, and what they come to.</summary>
    public (int Count, string Sum) Of(PaymentStatus status)
    {
        var those = Rows.Where(row => row.Payment.Status == status).ToList();
        return (those.Count, words.Yuan(those.Sum(row => row.Payment.Net)));
    }

    /// <summary>Releases it.</summary>
    public Task<IActionResult> OnPostReleaseAsync(CancellationToken ct) =>
        ActAsync("PaymentBatchReleasing", "Allowances.Batch.ReleasedDone",
        (actor, operation) => batches.ReleaseAsync(actor, Id, Input.Revision, operation, ct), ct);

    /// <summary>Drops it.</summary>
    public Task<IActionResult> OnPostDropAsync(CancellationToken ct) => ActAsync("PaymentBatchDropping", "Allowances.Batch.DroppedDone",
        (actor, operation) => batches.DropAsync(actor, Id, Input.DropReason, Input.Revision, operation, ct), ct);

    /// <summary>A payment came back.</summary>
    public Task<IActionResult> OnPostReturnAsync(CancellationToken ct) => ActAsync("PaymentReturning", "Allowances.Batch.ReturnedDone",
        (actor, operation) =>
            results.ReturnAsync(actor, Id, Input.PaymentId ?? default, Input.ReturnedOn ?? default, Input.ReturnReason, operation, ct), ct);

    /// <summary>The rest arrived.</summary>
    public Task<IActionResult> OnPostPaidAsync(CancellationToken ct) => ActAsync("PaymentsSettling", "Allowances.Batch.PaidDone",
        (actor, operation) => results.PaidAsync(actor, Id, Input.PaidOn ?? default, operation, ct), ct);

    /// <summary>Hands the bank's file out.</summary>
    public async Task<IActionResult> OnPostFileAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();
        var taken = await files.TakeAsync(User.Actor(), Id, Input.FileReason, this.Begin(Ids.New(), "BankFileTaking"), ct);
        if (taken.Succeeded) return File(taken.Value.Content, FileType, taken.Value.Name);
        this.AddRefusal(taken.Refusal, taken.Refusal is AllowanceReasonMissing ? "Input.FileReason" : "");
        return await ShowAsync(ct);
    }

    /// <inheritdoc />
    protected override async Task<bool> FindAsync(CancellationToken ct)
    {
        View = (await reader.FindAsync(User.Actor(), Id, ct))!;
        if (View is null) return false;
        Rows = await reader.PaymentsAsync(Id, ct);
        return true;
    }

    /// <inheritdoc />
    protected override void Fill() => Input.Revision = View.Batch.Revision;

    /// <inheritdoc />
    protected override string FieldOf(Refusal refusal, string deed) => refusal switch
    {
        AllowanceReasonMissing => deed == "PaymentReturning" ? "Input.ReturnReason" : "Input.DropReason",
        PaymentNotOpen or PaymentClaimedBack => "Input.PaymentId",
        PaymentDayNotPossible => deed == "PaymentReturning" ? "Input.ReturnedOn" : "Input.PaidOn",
        _ => "",
    };

    /// <summary>What is typed: each form sends its own part.</summary>
    internal sealed class InputModel
    {
        /// <summary>The revision that was shown.</summary>
        public int Revision { get; set; }

        /// <summary>Why it is dropped.</summary>
        [MaxLength(AllowanceDesk.LongestReason), Display(Name = "Allowances.Batch.DropReason")]
        public string? DropReason { get; set; }

        /// <summary>What the file is taken for.</summary>
        [MaxLength(AllowanceDesk.LongestReason), Display(Name = "Allowances.Batch.FileReason")]
        public string? FileReason { get; set; }

        /// <summary>Which payment came back.</summary>
        [Display(Name = "Allowances.Batch.Payment")]
        public Guid? PaymentId { get; set; }

        /// <summary>When it came back.</summary>
        [Display(Name = "Returns.On")]
        public DateOnly? ReturnedOn { get; set; }

        /// <summary>Why it came back.</summary>
        [MaxLength(AllowanceDesk.LongestReason), Display(Name = "Allowances.Batch.ReturnReason")]
        public string? ReturnReason { get; set; }

        /// <summary>When the rest arrived.</summary>
        [Display(Name = "Allowances.Batch.PaidOn")]
        public DateOnly? PaidOn { get; set; }
    }
}
