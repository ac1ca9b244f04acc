using Microsoft.AspNetCore.Mvc;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Allowances.Waiting;
using TalentPortal.Core.Kernel;
using TalentPortal.Web.Presentation.Lists;
using TalentPortal.Web.Presentation.Views;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Officer.Allowances;

/// <summary>
/// What of allowances waits: conditions that nobody recorded, money not paid back; each with its light, the most urgent first.
/// </summary>
[RequirePermission(Permission.ManageAllowances)]
internal sealed class WaitingModel(WaitingMatters matters, ListDesk desk) : FilteredListModel<WaitingMatter>(desk)
{
    /// <summary>Only this kind.</summary>
    [BindProperty(SupportsGet = true)]
    public WaitingKind? Kind { get; set; }

    /// <summary>All that waits.</summary>
    public IReadOnlyList<WaitingMatter> All { get; private set; } = [];

    /// <summary>What is shown.</summary>
    public IReadOnlyList<WaitingMatter> Rows { get; private set; } = [];

    /// <inheritdoc />
    protected override ListDeclaration<WaitingMatter> List => WaitingColumns.List;

    /// <inheritdoc />
    protected override IEnumerable<(string Name, object? Value)> Filter => [("kind", Kind)];

    /// <summary>The light of a row.</summary>
    internal static DueView LightOf(WaitingMatter row) => new(Enum.Parse<DueLight>(row.Light.ToString()), row.RemainingWorkingDays);

    /// <inheritdoc />
    protected override async Task ShowAsync(CancellationToken ct)
    {
        All = await matters.ListAsync(User.Actor(), ct);
        Rows = Shown(All);
    }

    /// <inheritdoc />
    protected override async Task<Result<IReadOnlyList<WaitingMatter>>> RowsAsync(int most, CancellationToken ct) =>
        Result.Of(Shown(await matters.ListAsync(User.Actor(), ct)));

    private IReadOnlyList<WaitingMatter> Shown(IReadOnlyList<WaitingMatter> all) =>
        List.Sorted(Kind is { } kind ? all.Where(row => row.Kind == kind) : all, Head.Sort, Head.Words);
}
