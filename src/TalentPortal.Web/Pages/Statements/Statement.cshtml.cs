using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Core.TalentCards.Statements;
using TalentPortal.Core.TalentCards.Venues;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Presentation.Lists;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Statements;

/// <summary>One statement: its sums, its uses, and what the reader may do: the manager confirms or objects, the office answers.</summary>
internal sealed class StatementModel(StatementDesk statements, BenefitCatalogues catalogues, PortalTimeZone zone, ListDesk desk)
    : ListPageModel<StatementUse>(desk)
{
    /// <summary>The statement.</summary>
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>The id of the operation, so that a double click counts once.</summary>
    [BindProperty(Name = "operationId")]
    public Guid OperationId { get; set; }

    /// <summary>Why the manager objects, or what the office answers.</summary>
    [BindProperty, MaxLength(StatementAnswers.LongestReason), DataType(DataType.MultilineText), Display(Name = "Statements.ObjectionReason")]
    public string? Reason { get; set; }

    /// <summary>The uses that an objection is about.</summary>
    [BindProperty(Name = "use")]
    public Guid[] Marked { get; set; } = [];

    /// <summary>The statement.</summary>
    public VenueStatement Statement { get; private set; } = null!;

    /// <summary>Its uses.</summary>
    public IReadOnlyList<StatementUse> Rows { get; private set; } = [];

    /// <summary>Its lines.</summary>
    public IReadOnlyList<StatementLine> Lines => StatementSums.Lines(Rows.Select(use => use.Entry));

    /// <summary>Whether it reads as it was drawn.</summary>
    public bool IsSound =>
        StatementSums.Checksum(Statement.Number, Statement.VenueId, Statement.Month, Rows.Select(use => use.Entry)) == Statement.Checksum;

    /// <summary>Whether the reader may confirm it.</summary>
    public bool MayConfirm => Statement.Status is StatementStatus.Open && Statement.IsOf(User.Actor());

    /// <summary>Whether the reader may object.</summary>
    public bool MayObject => MayConfirm && zone.Today <= Statement.AnswerBy;

    /// <summary>Whether the reader may answer an objection.</summary>
    public bool MayDecide =>
        Statement.Status is StatementStatus.Objected && User.Actor().Can(Permission.ManageCards)
            && Statement.ObjectedBy != User.Actor().UserId;

    /// <inheritdoc />
    protected override ListDeclaration<StatementUse> List { get; } = StatementColumns.UsesOf(catalogues);

    /// <inheritdoc />
    protected override IEnumerable<(string Name, object? Value)> Filter => [("id", Id)];

    /// <summary>How a status looks.</summary>
    public static string KindOf(StatementStatus status) => status switch
    {
        StatementStatus.Open => "wait",
        StatementStatus.Objected => "fix",
        StatementStatus.Superseded => "pause",
        _ => "ok",
    };

    /// <summary>The name of a benefit.</summary>
    public string Benefit(string code) => catalogues.Current.Catalogue.FindBenefit(code)?.Name.ToString() ?? code;

    /// <summary>The name of a level.</summary>
    public string Level(string code) => catalogues.Current.Catalogue.FindLevel(code)?.Name.ToString() ?? code;

    /// <inheritdoc />
    [NonHandler]
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await statements.Reader.FindAsync(User.Actor(), Id, context.HttpContext.RequestAborted) is not { } found)
        {
            context.Result = NotFound();
            return;
        }

        Statement = found;
        await next();
    }

    /// <summary>The manager confirms.</summary>
    public Task<IActionResult> OnPostConfirmAsync(CancellationToken ct) =>
        ActAsync("StatementConfirming", "Statements.Done.Confirmed",
            operation => statements.Answers.ConfirmAsync(User.Actor(), Id, operation, ct), ct);

    /// <summary>The manager objects.</summary>
    public Task<IActionResult> OnPostObjectAsync(CancellationToken ct) =>
        ActAsync("StatementObjecting", "Statements.Done.Objected",
            operation => statements.Answers.ObjectAsync(User.Actor(), Id, Reason, Marked, operation, ct), ct);

    /// <summary>The office keeps it.</summary>
    public Task<IActionResult> OnPostUpholdAsync(CancellationToken ct) =>
        ActAsync("StatementUpholding", "Statements.Done.Upheld",
            operation => statements.Decisions.UpholdAsync(User.Actor(), Id, Reason, operation, ct), ct);

    /// <summary>The office has it drawn anew.</summary>
    public Task<IActionResult> OnPostCorrectAsync(CancellationToken ct) =>
        ActAsync("StatementCorrecting", "Statements.Done.Corrected",
            operation => statements.Decisions.CorrectAsync(User.Actor(), Id, Reason, operation, ct), ct);

    /// <inheritdoc />
    protected override async Task ShowAsync(CancellationToken ct)
    {
        if (HttpMethods.IsGet(Request.Method)) OperationId = Ids.New();
        Rows = List.Sorted(await statements.Reader.UsesAsync(Statement, ct), Head.Sort, Head.Words);
    }

    /// <inheritdoc />
    protected override async Task<Result<IReadOnlyList<StatementUse>>> RowsAsync(int most, CancellationToken ct) =>
        Result.Of(List.Sorted(await statements.Reader.UsesAsync(Statement, ct), Head.Sort, Head.Words));

    private async Task<IActionResult> ActAsync(string deed, string done, Func<Operation, Task<Result>> act, CancellationToken ct)
    {
        var result = await act(this.Begin(OperationId, deed));
        if (result.Succeeded) return this.RedirectWithBanner("Statement", done, new { id = Id });
        if (result.Refusal is StatementUnknown) return NotFound();
        return await AnswerAsync(result, result.Refusal is StatementReasonMissing ? nameof(Reason) : "", ct);
    }
}
