using System.Text.Json;
using System.Text.Json.Serialization;

namespace TalentPortal.Core.RuleChanges.Replays;

/// <summary>What a dry run has counted so far: numbers, keys and codes, no personal value.</summary>
public sealed record DryRunTally
{
    /// <summary>Most cases that are named; all are counted.</summary>
    public const int MostNamed = 500;

    private static readonly JsonSerializerOptions Options =
        new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>The last case that was looked at; the next page begins after it.</summary>
    public Guid Cursor { get; set; }

    /// <summary>Index of the item whose cases are being looked at.</summary>
    public int ItemIndex { get; set; }

    /// <summary>How many came out where, before and after, the unchanged ones too.</summary>
    public List<OutcomeCount> Outcomes { get; init; } = [];

    /// <summary>What changes by town.</summary>
    public List<GroupCount> Towns { get; init; } = [];

    /// <summary>What changes by category.</summary>
    public List<GroupCount> Categories { get; init; } = [];

    /// <summary>How many change side.</summary>
    public int Changed { get; set; }

    /// <summary>For how many only the score table, which does not decide, gives another level.</summary>
    public int TableOnly { get; set; }

    /// <summary>The cases that change side, or whose table does, as many as are named.</summary>
    public List<ChangedCase> Cases { get; init; } = [];

    /// <summary>As read.</summary>
    public static DryRunTally FromJson(string json) => JsonSerializer.Deserialize<DryRunTally>(json, Options)!;

    /// <summary>As kept.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Options);

    /// <summary>Counts one case.</summary>
    internal void Add(ReplayCase one, ReplayComparison compared, Catalogue.ServiceItem item, string? category)
    {
        Count(item.Code, compared.Before.Code, compared.After.Code);
        Count(Towns, one.TownId?.ToString() ?? "", compared, item);
        Count(Categories, category ?? "", compared, item);
        if (compared.IsChanged) Changed++;
        else if (compared.IsTableOnly) TableOnly++;
        if ((compared.IsChanged || compared.IsTableOnly) && Cases.Count < MostNamed)
            Cases.Add(new ChangedCase(one.CaseId, item.Code, Name(compared, before: true), Name(compared, before: false),
                compared.IsTableOnly, compared.Criteria()));
    }

    private static string Name(ReplayComparison compared, bool before)
    {
        var side = before ? compared.Before : compared.After;
        return compared.IsTableOnly ? side.Table!.Level ?? nameof(ReplayVerdict.BelowLine) : side.Code;
    }

    private void Count(string item, string before, string after)
    {
        var at = Outcomes.FindIndex(one => one.Item == item && one.Before == before && one.After == after);
        if (at < 0) Outcomes.Add(new OutcomeCount(item, before, after, 1));
        else Outcomes[at] = Outcomes[at] with { Count = Outcomes[at].Count + 1 };
    }

    private static void Count(List<GroupCount> groups, string key, ReplayComparison compared, Catalogue.ServiceItem item)
    {
        var at = groups.FindIndex(one => one.Key == key);
        if (at < 0)
        {
            groups.Add(new GroupCount(key, 0, 0, 0));
            at = groups.Count - 1;
        }

        var (better, worse) = compared.IsChanged ? compared.IsBetter(item) ? (1, 0) : (0, 1) : (0, 0);
        groups[at] =
            groups[at] with { Total = groups[at].Total + 1, Better = groups[at].Better + better, Worse = groups[at].Worse + worse };
    }
}
