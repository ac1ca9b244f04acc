using Microsoft.AspNetCore.Mvc;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Ratings;
using TalentPortal.Core.Ratings.Queries;
using TalentPortal.Web.Presentation.Lists;
using TalentPortal.Web.Presentation.Views;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Officer.Ratings;

/// <summary>Bad ratings within the reader's reach: to be dealt with, over, appealed against.</summary>
[RequirePermission(Permission.HandleRatings)]
internal sealed class IndexModel(RatingDesk ratings, RatingScale scale, ListDesk desk) : ListPageModel<DeskRating>(desk)
{
    /// <summary>Which ones.</summary>
    [BindProperty(SupportsGet = true)]
    public RatingView View { get; set; }

    /// <summary>The levels.</summary>
    public RatingScale Scale => scale;

    /// <summary>What is shown.</summary>
    public IReadOnlyList<DeskRating> Rows { get; private set; } = [];

    /// <inheritdoc />
    protected override ListDeclaration<DeskRating> List => RatingColumns.Of(scale, View is RatingView.Closed);

    /// <inheritdoc />
    protected override IEnumerable<(string Name, object? Value)> Filter => [("view", View)];

    /// <summary>The light of a stage.</summary>
    public static DueView LightOf(Deadline clock) => new(Enum.Parse<DueLight>(clock.Light.ToString()), clock.RemainingWorkingDays);

    /// <inheritdoc />
    protected override async Task ShowAsync(CancellationToken ct) => Rows = await ReadAsync(RatingDesk.MostRows, ct);

    /// <inheritdoc />
    protected override async Task<Result<IReadOnlyList<DeskRating>>> RowsAsync(int most, CancellationToken ct) =>
        Result.Of(await ReadAsync(most + 1, ct));

    private async Task<IReadOnlyList<DeskRating>> ReadAsync(int most, CancellationToken ct) =>
        List.Sorted(await ratings.ListAsync(User.Actor(), View, most, ct), Head.Sort, Head.Words);
}
