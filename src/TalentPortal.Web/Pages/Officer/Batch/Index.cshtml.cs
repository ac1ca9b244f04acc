using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Reviews;
using TalentPortal.Core.Reviews.Batches;
using TalentPortal.Web.Pages.Officer.Cases;
using TalentPortal.Web.Pages.Officer.Tasks;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Presentation.Fields;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Officer.Batch;

/// <summary>Ticked tasks, answered once for all: first what will be done, then what became of each.</summary>
internal sealed class IndexModel(BatchQuery query, BatchDecisions decisions, ReviewPageReads reads) : PageModel
{
    /// <summary>The ticked tasks.</summary>
    [BindProperty(SupportsGet = true, Name = "task")]
    public IReadOnlyList<Guid> TaskIds { get; set; } = [];

    /// <summary>The answer.</summary>
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>What can be answered at once.</summary>
    public BatchView View { get; private set; } = new([], 0);

    /// <summary>Why a row is left out, by task.</summary>
    public Dictionary<Guid, string> LeftOut { get; } = [];

    /// <summary>What became of each task; null before it was sent.</summary>
    public IReadOnlyList<BatchResultRow>? Results { get; private set; }

    /// <summary>The answers to choose from.</summary>
    public IReadOnlyList<FieldOption> Outcomes =>
        [.. View.Outcomes.Select(outcome => new FieldOption(outcome, OutcomeTexts.Of(reads.Texts, outcome)))];

    /// <summary>Whether every answer needs a reason.</summary>
    public bool IsReasonRequired => View.Outcomes.Count == View.ReasonRequired.Count;

    /// <summary>Words of the answers that need a reason.</summary>
    public IEnumerable<string> ReasonRequired => View.ReasonRequired.Select(outcome => OutcomeTexts.Of(reads.Texts, outcome));

    /// <summary>Shows what will be done.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        Input.OperationId = Ids.New();
        await ReadAsync(ct);
        if (View.Outcomes is [var only]) Input.Outcome = only;
    }

    /// <summary>Does it. Sent again, it answers the same.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await ReadAsync(ct);
        if (string.IsNullOrWhiteSpace(Input.Outcome)) ModelState.AddModelError("Input.Outcome", reads.Text("Reviews.Decide.Choose"));
        else if (string.IsNullOrWhiteSpace(Input.Reason) && View.ReasonRequired.Contains(Input.Outcome, StringComparer.Ordinal))
            this.AddRefusal(new ReasonMissing(), "Input.Reason");
        if (!ModelState.IsValid) return Page();
        var batch = new BatchDecision(TaskIds, Input.Outcome!, Input.Reason ?? "");
        var result = await decisions.DecideAsync(User.Actor(), batch, this.Begin(Input.OperationId, "ReviewTaskDeciding"), ct);
        if (!result.Succeeded)
        {
            this.AddRefusal(result.Refusal);
            return Page();
        }

        Results = await ResultsAsync(result.Value, ct);
        return Page();
    }

    private async Task ReadAsync(CancellationToken ct)
    {
        if (TaskIds.Distinct().Count() > BatchDecisions.Most)
        {
            this.AddRefusal(new BatchTooLarge(BatchDecisions.Most));
            return;
        }

        View = await query.ReadAsync(User.Actor(), TaskIds, ct);
        foreach (var row in View.Rows)
        {
            if (row.WhyNot is { } refusal) LeftOut[row.TaskId] = await reads.SentenceAsync(row.TaskId, refusal, ct, "Batches.Faster.");
        }
    }

    private async Task<IReadOnlyList<BatchResultRow>> ResultsAsync(IReadOnlyList<BatchRow> rows, CancellationToken ct)
    {
        var shown = View.Rows.ToDictionary(row => row.TaskId);
        var results = new List<BatchResultRow>();
        foreach (var row in rows)
        {
            var sentence = row.Answer.Succeeded
                ? reads.Texts["Batches.Decided", OutcomeTexts.Of(reads.Texts, Input.Outcome!)].Value
                : await reads.SentenceAsync(row.TaskId, row.Answer.Refusal, ct, "Batches.Faster.");
            results.Add(new BatchResultRow(shown.GetValueOrDefault(row.TaskId), KindOf(row.Answer), sentence));
        }

        return results;
    }

    private static BatchResultKind KindOf(Result<DecisionReceipt> answer) => answer.Succeeded ? BatchResultKind.Decided
        : answer.Refusal is AlreadyDecided or TaskClaimedByOther ? BatchResultKind.Faster : BatchResultKind.Refused;

    /// <summary>The answer.</summary>
    internal sealed class InputModel
    {
        /// <summary>Which answer.</summary>
        [Display(Name = "Batches.Outcome")]
        public string? Outcome { get; set; }

        /// <summary>Why, the same for each.</summary>
        [MaxLength(DecisionRules.LongestReason), DataType(DataType.MultilineText), Display(Name = "Batches.Reason")]
        public string? Reason { get; set; }

        /// <summary>The batch's id.</summary>
        public Guid OperationId { get; set; }
    }
}

/// <summary>How a row ended.</summary>
internal enum BatchResultKind
{
    /// <summary>Decided.</summary>
    Decided,

    /// <summary>Refused.</summary>
    Refused,

    /// <summary>A colleague was faster.</summary>
    Faster,
}

/// <summary>What became of a task.</summary>
/// <param name="Choice">The task; null where it is not the reader's.</param>
/// <param name="Kind">How it ended.</param>
/// <param name="Sentence">In words.</param>
internal sealed record BatchResultRow(BatchChoice? Choice, BatchResultKind Kind, string Sentence);
