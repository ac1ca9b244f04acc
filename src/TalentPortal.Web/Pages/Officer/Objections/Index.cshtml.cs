using Microsoft.AspNetCore.Mvc;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.PublicNotices;
using TalentPortal.Web.Presentation.Lists;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Officer.Objections;

/// <summary>Objections to be decided, and those that are.</summary>
[RequirePermission(Permission.RunNotices)]
internal sealed class IndexModel(ObjectionQueries objections, ListDesk desk) : ListPageModel<ObjectionRow>(desk)
{
    private const int MostShown = 200;

    /// <summary>Whether the decided ones are shown.</summary>
    [FromQuery(Name = "decided")]
    public bool Decided { get; set; }

    /// <summary>What is shown.</summary>
    public IReadOnlyList<ObjectionRow> Rows { get; private set; } = [];

    /// <inheritdoc />
    protected override ListDeclaration<ObjectionRow> List => Decided ? ObjectionColumns.Decided : ObjectionColumns.Open;

    /// <inheritdoc />
    protected override IEnumerable<(string Name, object? Value)> Filter => [("decided", Decided)];

    /// <inheritdoc />
    protected override async Task ShowAsync(CancellationToken ct) => Rows = await ReadAsync(MostShown, ct);

    /// <inheritdoc />
    protected override async Task<Result<IReadOnlyList<ObjectionRow>>> RowsAsync(int most, CancellationToken ct) =>
        Result.Of(await ReadAsync(most + 1, ct));

    private async Task<IReadOnlyList<ObjectionRow>> ReadAsync(int most, CancellationToken ct) =>
        List.Sorted(await objections.ListAsync(open: !Decided, most, ct), Head.Sort, Head.Words);
}
