using Microsoft.AspNetCore.Mvc;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Parties;
using TalentPortal.Core.Reviews;
using TalentPortal.Core.Reviews.Queries;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Presentation.Lists;
using TalentPortal.Web.Presentation.Views;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Officer;

/// <summary>The inbox: open tasks within reach, those due first first.</summary>
internal sealed class IndexModel(
    InboxQuery inbox, ReviewService reviews, ServiceItems items, OrganisationDirectory organisations, ListDesk desk) : FilteredListModel<InboxRow>(desk)
{
    private const int PageSize = 20;

    /// <summary>Whose tasks; unless it is said, one's own, or those to be taken while one holds none.</summary>
    [BindProperty(SupportsGet = true)]
    public InboxScope? Scope { get; set; }

    /// <summary>Code of the service item.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Item { get; set; }

    /// <summary>Code of the step.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Step { get; set; }

    /// <summary>The town.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Town { get; set; }

    /// <summary>How the time stands.</summary>
    [BindProperty(SupportsGet = true)]
    public Light? Light { get; set; }

    /// <summary>Where the page begins.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    /// <summary>What is shown.</summary>
    public InboxPage Found { get; private set; } = null!;

    /// <summary>The filter of this page.</summary>
    public InboxFilter Asked => new(Scope ?? InboxScope.Mine, Item, Step, Town, Light);

    /// <summary>Service items to choose from.</summary>
    public IReadOnlyList<(string Value, string Text)> Items { get; private set; } = [];

    /// <summary>Steps to choose from.</summary>
    public IReadOnlyList<(string Value, string Text)> Steps { get; private set; } = [];

    /// <summary>Towns to choose from.</summary>
    public IReadOnlyList<(string Value, string Text)> Towns { get; private set; } = [];

    /// <summary>
    /// Whether the reader wants to choose columns, keep a filter or take the list out: what that needs is drawn for nobody else.
    /// </summary>
    [BindProperty(SupportsGet = true)]
    public bool Adjust { get; set; }

    /// <summary>Whether that is shown: when it is wanted, or something about it was refused.</summary>
    public bool ShowsHead => Adjust || !ModelState.IsValid;

    /// <inheritdoc />
    protected override ListDeclaration<InboxRow> List => InboxColumns.List;

    /// <inheritdoc />
    protected override IEnumerable<(string Name, object? Value)> Filter =>
        [("scope", Scope), ("item", Item), ("step", Step), ("town", Town), ("light", Light)];

    /// <inheritdoc />
    protected override async Task ShowAsync(CancellationToken ct)
    {
        Item = string.IsNullOrWhiteSpace(Item) ? null : Item;
        Step = string.IsNullOrWhiteSpace(Step) ? null : Step;
        Found = await inbox.ReadAsync(User.Actor(), Asked, After, PageSize, ct);
        if (Scope is null && Found.Total == 0 && !Asked.IsNarrow)
        {
            Scope = InboxScope.Pool;
            Found = await inbox.ReadAsync(User.Actor(), Asked, After, PageSize, ct);
            Head = Head with { Values = Values() };
        }

        Items = [.. Found.Choices.Select(choice => choice.ServiceItemCode).Distinct(StringComparer.Ordinal)
            .Select(code => (code, items.Find(code)?.Item.Name.ToString() ?? code))];
        Steps = [.. Found.Choices.DistinctBy(choice => choice.StepCode, StringComparer.Ordinal)
            .Select(choice => (choice.StepCode, StepName(choice)))];
        Towns = await TownsAsync(ct);
    }

    /// <inheritdoc />
    protected override async Task<Result<IReadOnlyList<InboxRow>>> RowsAsync(int most, CancellationToken ct)
    {
        var all = new List<InboxRow>();
        string? after = null;
        do
        {
            (var rows, after) = await inbox.ReadRowsAsync(User.Actor(), Asked, after, InboxQuery.MostRows, ct);
            all.AddRange(rows);
        }
        while (after is not null && all.Count <= most);
        return Result.Of<IReadOnlyList<InboxRow>>(all);
    }

    /// <summary>Takes a task and opens it.</summary>
    public async Task<IActionResult> OnPostClaimAsync(Guid task, Guid operationId, CancellationToken ct)
    {
        var result = await reviews.ClaimAsync(User.Actor(), task, this.Begin(operationId, "TaskClaiming"), ct);
        if (result.Succeeded)
            return RedirectToPage("/Officer/Tasks/Review", new { id = task, from = Scope is null ? null : Asked.ToString() });
        if (result.Refusal is CaseNotFound) return NotFound();
        return this.RedirectWithBanner("/Officer/Index", "Refusal." + result.Refusal.Key, new { scope = Scope }, "warn");
    }

    /// <summary>The address of this page with some of its filters replaced.</summary>
    public string Href(InboxFilter filter, string? after = null) => Address + QueryString.Create(new (string Name, object? Value)[]
    {
        ("scope", filter.Scope), ("item", filter.ServiceItem), ("step", filter.Step), ("town", filter.TownId),
        ("light", filter.Light), ("after", after),
    }.Where(one => one.Value is not null).Select(one => KeyValuePair.Create(one.Name, one.Value!.ToString())));

    /// <summary>Whether rows can be ticked: those that colleagues have taken can't.</summary>
    public bool MayTick => Asked.Scope is not InboxScope.Colleagues;

    /// <summary>Where a task is taken, but for the operation's id at its end: each row's button is an intent of its own.</summary>
    public string ClaimHref => $"{Href(Asked)}&handler=Claim&operationId=";

    /// <summary>What tells a task's page from which list the reader comes.</summary>
    public string FromHere => "?from=" + Uri.EscapeDataString(Asked.ToString());

    /// <summary>A number of tasks, where counting did not end before the last.</summary>
    public static string Counted(int count) => OfficerPages.Counted(count, InboxPage.MostCounted);

    /// <summary>The pager below the table.</summary>
    public PagerView Pager => new(After is null ? null : Href(Asked), Found.Next is null ? null : Href(Asked, Found.Next));

    private string Address => Url.Content("~/officer");

    private string StepName(InboxChoice choice) =>
        items.Find(choice.ServiceItemCode)?.Item.Guide.Steps.FirstOrDefault(step => step.Code == choice.StepCode)?.Name.ToString()
            ?? choice.StepCode;

    private async Task<IReadOnlyList<(string Value, string Text)>> TownsAsync(CancellationToken ct)
    {
        var towns = new List<(string, string)>();
        foreach (var id in Found.Choices.Select(choice => choice.TownId).OfType<Guid>().Distinct())
        {
            if (await organisations.FindAsync(id, ct) is { } town)
                towns.Add((id.ToString(), new LocalizedText(town.NameZh, town.NameEn).ToString()));
        }

        return towns;
    }
}
