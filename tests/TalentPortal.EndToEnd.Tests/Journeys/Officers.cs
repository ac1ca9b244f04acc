using System.Globalization;
using TalentPortal.EndToEnd.Tests.Browsing;
using Xunit;

namespace TalentPortal.EndToEnd.Tests.Journeys;

/// <summary>The people of the offices, each with a browser of their own for as long as they need it.</summary>
internal sealed class Officers(JourneyPortal portal, ChromiumFixture chromium, int width = 1366, int height = 768)
{
    private const string Task = "table[data-keys] tbody a";

    // Experts see no names, and score nothing else here.
    private const string OwnTask = "table[data-keys] tbody tr:has-text('" + Applicant.MaskedName + "') a";
    private const string Sign = ".tp-sign button";
    private const int PanelSize = 3;
    private bool hasForgotten;

    /// <summary>Points that experts give; together they reach the intermediate level.</summary>
    public static IReadOnlyDictionary<string, decimal> Points { get; } = new Dictionary<string, decimal>(StringComparer.Ordinal)
    {
        ["conduct"] = 9,
        ["skill"] = 15,
        ["scale"] = 16,
        ["results"] = 10.5m,
        ["leading"] = 14,
        ["training"] = 8,
        ["award"] = 4,
    };

    /// <summary>What the village notes of its meeting.</summary>
    public static IReadOnlyDictionary<string, string> Vote { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["votesPresent"] = "38",
        ["votesFor"] = "36",
        ["votesAgainst"] = "1",
        ["votedOn"] = "2026-02-28",
        ["voteRecord"] = "雁山村会议记录 2026 年第 3 号",
    };

    /// <summary>Which unit looks into an objection.</summary>
    public static IReadOnlyDictionary<string, string> Investigator { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal) { ["investigator"] = "ys-agriculture" };

    /// <summary>Chooses one of the large buttons.</summary>
    public static Task ChooseAsync(Visitor officer, string value) =>
        officer.Page.Locator($"label.tp-choice:has(input[value='{value}'])").ClickAsync();

    /// <summary>Somebody comes to the office and signs in.</summary>
    public async Task<Visitor> ComeAsync(string userName)
    {
        var officer = await Visitor.ArriveAsync(portal, chromium, width, height);
        await officer.SignInAsync(userName);
        if (!officer.Page.Url.EndsWith("/officer", StringComparison.Ordinal))
        {
            // Leaders are led to their board first.
            await officer.LookAsync();
            await officer.OpenAsync("/officer");
        }

        return officer;
    }

    /// <summary>Takes the only task that lies before the unit, and is left with its page open.</summary>
    public async Task<Visitor> TakeAsync(string userName)
    {
        var officer = await ComeAsync(userName);
        await officer.OpenAsync("/officer?scope=Pool");
        await officer.PressAsync("table[data-keys] tbody button");
        return officer;
    }

    /// <summary>
    /// Takes the task, chooses, gives reasons, and signs; looks at everything on the way. The first of them forgets to choose.
    /// </summary>
    /// <param name="userName">Who.</param>
    /// <param name="outcome">What.</param>
    /// <param name="reason">Why.</param>
    /// <param name="points">For each score item.</param>
    /// <param name="entered">What the step asks beside, by field.</param>
    /// <param name="chosen">What is chosen from lists, by field.</param>
    /// <param name="camera">Told when the task lies filled in.</param>
    public async Task DecideAsync(
        string userName, string outcome, string reason, IReadOnlyDictionary<string, decimal>? points = null,
        IReadOnlyDictionary<string, string>? entered = null, IReadOnlyDictionary<string, string>? chosen = null, Func<Visitor, Task>? camera = null)
    {
        await using var officer = await ComeAsync(userName);
        await officer.LookAsync();
        var task = await officer.Page.Locator(OwnTask).First.GetAttributeAsync("href");
        await officer.PressAsync(OwnTask);
        await officer.PressAsync("button[formaction*='handler=Claim']");
        if (!hasForgotten) await ForgetAsync(officer);
        await ChooseAsync(officer, outcome);
        foreach (var (field, value) in entered ?? new Dictionary<string, string>(StringComparer.Ordinal)) await officer.TypeAsync(field, value);
        foreach (var (field, value) in chosen ?? new Dictionary<string, string>(StringComparer.Ordinal)) await officer.ChooseAsync(field, value);
        await officer.TypeAsync("Input.Reason", reason);
        await GiveAsync(officer, points);
        await officer.LookAsync();
        if (camera is not null) await camera(officer);
        await officer.GoAsync(() => officer.Page.Locator(Sign).ClickAsync());
        await officer.StandAtAsync("/officer");
        Assert.Equal(0, await officer.Page.Locator($"{Task}[href='{task}']").CountAsync());
    }

    /// <summary>Decides the task without reading much: the pages have been looked at with a colleague.</summary>
    public async Task DecideQuicklyAsync(string userName, string outcome)
    {
        await using var officer = await ComeAsync(userName);
        await officer.GoAsync(() => officer.Page.Locator(OwnTask).ClickAsync());
        await ChooseAsync(officer, outcome);
        await officer.GoAsync(() => officer.Page.Locator(Sign).ClickAsync());
        await officer.StandAtAsync("/officer");
    }

    /// <summary>The experts look into their inboxes until the panel has scored; one has a conflict and is replaced.</summary>
    /// <returns>How many have scored.</returns>
    public async Task<int> ScoreAsync()
    {
        var names = Enumerable.Range(1, 7).Select(number => string.Create(CultureInfo.InvariantCulture, $"expert{number}@demo")).ToList();
        var (asked, scored, hasConflict) = (new Queue<string>([.. names, .. names]), 0, false);
        var done = new HashSet<string>(StringComparer.Ordinal);
        while (scored < PanelSize && asked.TryDequeue(out var name))
        {
            if (done.Contains(name)) continue;
            await using var expert = await ComeAsync(name);
            if (await expert.Page.Locator(Task).CountAsync() == 0) continue;
            done.Add(name);
            await expert.GoAsync(() => expert.Page.Locator(Task).ClickAsync());
            if (hasConflict) await ScoreAsync(expert, scored++);
            else hasConflict = await DeclareConflictAsync(expert);
        }

        return scored;
    }

    private async Task ForgetAsync(Visitor officer)
    {
        await officer.PressAsync(Sign);
        Assert.True(await officer.Page.Locator(".tp-errors").CountAsync() > 0);
        hasForgotten = true;
    }

    private static async Task<bool> DeclareConflictAsync(Visitor expert)
    {
        await expert.LookAsync();
        await expert.PressAsync("main form button.btn-primary");
        await ChooseAsync(expert, "true");
        await expert.PressAsync("main form button.btn-primary");
        Assert.True(await expert.Page.Locator(".tp-errors").CountAsync() > 0);
        await expert.TypeAsync("ConflictReason", "申请人是我表弟。");
        await expert.PressAsync("main form button.btn-primary");
        await expert.StandAtAsync("/officer");
        return true;
    }

    /// <summary>Declares no conflict and scores; the first of the panel tries too many points before.</summary>
    private static async Task ScoreAsync(Visitor expert, int place)
    {
        await ChooseAsync(expert, "false");
        await expert.GoAsync(() => expert.Page.Locator("main form button.btn-primary").ClickAsync());
        Assert.DoesNotContain(Applicant.Name, await expert.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        if (place == 0)
        {
            await expert.TypeAsync("Input.Scores[skill]", "99");
            await expert.PressAsync(Sign);
            Assert.True(await expert.Page.Locator(".tp-errors").CountAsync() > 0);
        }

        var points = Points.ToDictionary(StringComparer.Ordinal);
        points["results"] += place;
        await GiveAsync(expert, points);
        await expert.PressAsync(Sign);
        await expert.StandAtAsync("/officer");
    }

    private static async Task GiveAsync(Visitor officer, IReadOnlyDictionary<string, decimal>? points)
    {
        foreach (var (item, given) in points ?? new Dictionary<string, decimal>(StringComparer.Ordinal))
            await officer.TypeAsync($"Input.Scores[{item}]", given.ToString(CultureInfo.InvariantCulture));
    }
}
