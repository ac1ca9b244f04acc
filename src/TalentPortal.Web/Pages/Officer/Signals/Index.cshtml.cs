using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.TalentCards.Signals;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Presentation.Lists;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Officer.Signals;

/// <summary>
/// Signs that cards may be misused, and what was made of each. The one named in the address is shown with the scans behind it.
/// </summary>
[RequirePermission(Permission.ManageCards)]
internal sealed class IndexModel(CardSignals signals, SignalDesk handling, ListDesk desk) : SortedListModel<CardSignal>(desk)
{
    /// <summary>What was made of them.</summary>
    [BindProperty(SupportsGet = true)]
    public SignalState? State { get; set; }

    /// <summary>Which kind.</summary>
    [BindProperty(SupportsGet = true)]
    public SignalKind? Kind { get; set; }

    /// <summary>The signal that is shown.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Signal { get; set; }

    /// <summary>The id of the operation, so that a double click counts once.</summary>
    [BindProperty(Name = "operationId")]
    public Guid OperationId { get; set; }

    /// <summary>What the reader says of it.</summary>
    [BindProperty, MaxLength(SignalDesk.LongestRemark), DataType(DataType.MultilineText), Display(Name = "CardSignals.Remark")]
    public string? Remark { get; set; }

    /// <summary>The signal that is shown; null for none.</summary>
    public CardSignal? Shown { get; private set; }

    /// <summary>The scans behind it.</summary>
    public IReadOnlyList<SignalScan> Scans { get; private set; } = [];

    /// <summary>What was made of it.</summary>
    public IReadOnlyList<SignalMark> Marks { get; private set; } = [];

    /// <inheritdoc />
    protected override ListDeclaration<CardSignal> List => SignalColumns.All;

    /// <inheritdoc />
    protected override IEnumerable<(string Name, object? Value)> Filter => [("state", State), ("kind", Kind)];

    /// <summary>Notes what was made of the signal.</summary>
    public async Task<IActionResult> OnPostMarkAsync(bool dismissed, CancellationToken ct)
    {
        var result = await handling.MarkAsync(User.Actor(), Signal, dismissed, Remark, this.Begin(OperationId, "CardSignalMarking"), ct);
        if (result.Succeeded)
            return this.RedirectWithBanner("Index", "CardSignals.Done", new { signal = Signal, state = State, kind = Kind });
        return result.Refusal is SignalUnknown gone ? this.RedirectWithBanner(
            "Index", "Refusal." + gone.Key, new { state = State, kind = Kind }, "warn")
            : await AnswerAsync(result, nameof(Remark), ct);
    }

    /// <inheritdoc />
    protected override async Task ShowAsync(CancellationToken ct)
    {
        if (HttpMethods.IsGet(Request.Method)) OperationId = Ids.New();
        await base.ShowAsync(ct);
        Shown = await signals.FindAsync(User.Actor(), Signal, ct);
        if (Shown is null) return;
        Scans = await signals.ScansAsync(Shown, ct);
        Marks = await signals.MarksAsync(Shown, ct);
    }

    /// <inheritdoc />
    protected override Task<IReadOnlyList<CardSignal>> ReadAsync(int most, CancellationToken ct) =>
        signals.ListAsync(User.Actor(), Kind, State, most, ct);
}
