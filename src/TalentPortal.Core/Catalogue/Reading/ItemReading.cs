using System.Globalization;
using System.Text.Json;
using TalentPortal.Core.Catalogue.Forms;
using TalentPortal.Core.Catalogue.Materials;
using TalentPortal.Core.Catalogue.Rules;
using TalentPortal.Core.Catalogue.Windows;
using TalentPortal.Core.Files;

namespace TalentPortal.Core.Catalogue.Reading;

/// <summary>Reads the parts of an item that are neither guide, form nor score.</summary>
internal static class ItemReading
{
    private const int MostMegabytes = 200;

    public static ServiceItemWindow Window(JsonCursor item)
    {
        if (!item.Has("window")) return ServiceItemWindow.Always;
        var window = item.Child("window");
        var result = new ServiceItemWindow(window.List("periods", Period), window.List("yearly", Yearly));
        window.Close();
        return result;
    }

    public static ServiceItemQuota Quota(JsonCursor item)
    {
        if (!item.Has("quota")) return new ServiceItemQuota(PerYear: null, OpenPerSubject: 1);
        var quota = item.Child("quota");
        var result = new ServiceItemQuota(
            quota.Has("perYear") ? quota.Whole("perYear", 1, 10_000_000) : null, quota.Whole("openPerSubject", 1, 1000, absent: 1));
        quota.Close();
        return result;
    }

    public static IReadOnlyList<MaterialRule> Materials(JsonCursor item) =>
        FormReading.Unique(item.List("materials", Material), m => m.Code, item, "materials");

    public static ItemCodeTable CodeTable(JsonCursor table)
    {
        var entries = FormReading.Unique(
            table.List("entries", e =>
            {
                var parent = e.OptionalText("parent");
                return new ItemCode(
                    e.Text("code"), new LocalizedText(e.Text("zh"), e.Text("en")), parent.Length == 0 ? null : parent, Attributes(e));
            }),
            e => e.Code, table, "entries");
        if (entries.Count == 0) table.Error("entries", "a code table needs entries");
        var result = new ItemCodeTable(table.Path[(table.Path.LastIndexOf('.') + 1)..], entries, OriginReading.Of(table));
        table.Close();
        return result;
    }

    public static ItemLookup Lookup(JsonCursor lookup)
    {
        var values = lookup.Map("values", (value, path) =>
        {
            if (value.ValueKind is JsonValueKind.Number && value.TryGetDecimal(out var number)) return number;
            lookup.Log.Error(path, "a number is expected here");
            return 0m;
        });
        var units = lookup.Map("units", (value, path) => JsonCursor.LocalizedOf(new JsonCursor(value, path, lookup.Log)));
        var result = new ItemLookup(lookup.Path[(lookup.Path.LastIndexOf('.') + 1)..], values, units, OriginReading.Of(lookup));
        lookup.Close();
        return result;
    }

    public static PreCheckQuestion PreCheckQuestion(JsonCursor question)
    {
        var standsFor = question.Text("standsFor");
        question.Log.Refer(ReferenceKind.Field, standsFor, question.At("standsFor"));
        return new PreCheckQuestion(FormReading.Field(question, nested: true), standsFor);
    }

    public static EligibilityRule EligibilityRule(JsonCursor rule) => new(
        rule.Text("code"),
        RuleReading.Condition(rule, "must"),
        rule.Localized("ok"),
        rule.Localized("not"),
        rule.Map("values", (value, path) => RuleReading.ReadValue(value, path, rule.Log)),
        OriginReading.Of(rule));

    public static ConsistencyRule ConsistencyRule(JsonCursor rule)
    {
        var path = rule.Text("field");
        rule.Log.Refer(ReferenceKind.Field, path, rule.At("field"));
        return new ConsistencyRule(rule.Text("code"), RuleReading.Condition(rule, "must"), rule.Localized("message"), path);
    }

    private static MaterialRule Material(JsonCursor material)
    {
        var proves = material.Texts("proves");
        for (var i = 0; i < proves.Count; i++) material.Log.Refer(ReferenceKind.Field, proves[i], $"{material.At("proves")}[{i}]");
        var uploaded = material.Flag("uploadedByApplicant");
        var types = material.Texts("fileTypes");
        if (uploaded && types.Count == 0) material.Error("fileTypes", "an uploaded material must name the accepted file types");
        var rule = new MaterialRule
        {
            Code = material.Text("code"),
            Name = material.Localized("name"),
            Help = material.OptionalLocalized("help"),
            UploadedByApplicant = uploaded,
            FileTypes = types,
            MaxBytes = material.Whole("maxMegabytes", 1, MostMegabytes, absent: 10) * 1024L * 1024L,
            MinCount = material.Whole("minCount", 0, 50, absent: 1),
            MaxCount = material.Whole("maxCount", 1, 50, absent: 1),
            Trust = material.ChoiceOf<TrustLevel>(material.Text("trust"), "trust", JsonNamingPolicy.SnakeCaseUpper),
            RequiredWhen = RuleReading.OptionalCondition(material, "requiredWhen"),
            Optional = material.Flag("optional"),
            Sample = material.OptionalText("sample"),
            Proves = proves,
            VisibleToExperts = material.Flag("visibleToExperts"),
            MayFollowLater = material.Flag("mayFollowLater"),
        };
        if (rule.MinCount > rule.MaxCount) material.Error("minCount", "'minCount' is above 'maxCount'");
        return rule;
    }

    private static IReadOnlyDictionary<string, string> Attributes(JsonCursor entry) => entry.Map("attributes", (value, path) =>
    {
        if (value.ValueKind is JsonValueKind.String) return JsonCursor.PlainText(value) ?? string.Empty;
        entry.Log.Error(path, "a text is expected here");
        return string.Empty;
    });

    private static OpenPeriod Period(JsonCursor period)
    {
        var result = new OpenPeriod(period.Date("from"), period.Date("to"));
        if (result.To < result.From) period.Error("to", "'to' lies before 'from'");
        return result;
    }

    private static YearlyPeriod Yearly(JsonCursor period)
    {
        var (from, to) = (MonthDay(period, "from"), MonthDay(period, "to"));
        return new YearlyPeriod(from.Month, from.Day, to.Month, to.Day);
    }

    private static DateOnly MonthDay(JsonCursor period, string name)
    {
        // 2001 is no leap year: 29 February, which most years lack, is refused.
        var text = period.Text(name);
        if (DateOnly.TryParseExact($"2001-{text}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        period.Error(name, $"'{name}' must be a month and day such as 05-31, and not 02-29");
        return new DateOnly(2001, 1, 1);
    }
}
