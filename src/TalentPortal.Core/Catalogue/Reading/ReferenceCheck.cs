using System.Text.Json;
using TalentPortal.Core.Catalogue.Forms;
using TalentPortal.Core.Catalogue.Rules;
using TalentPortal.Core.Standards.Codes;
using TalentPortal.Core.Standards.Parameters;

namespace TalentPortal.Core.Catalogue.Reading;

/// <summary>Checks that everything a file names exists: fields, rows, materials, code tables, lookups, parameters.</summary>
internal static class ReferenceCheck
{
    public static void Run(ServiceItem item, ReadingLog log, CodeTables tables, ParameterTable parameters)
    {
        foreach (var reference in log.References.ToList())
        {
            var known = reference.Kind switch
            {
                ReferenceKind.Field => IsField(item, reference),
                ReferenceKind.Rows => item.FindField(reference.Target)?.Type is FieldType.Rows,
                ReferenceKind.Material => item.FindMaterial(reference.Target) is not null,
                ReferenceKind.CodeTable => item.CodeTables.ContainsKey(reference.Target) || tables.Find(reference.Target) is not null,
                ReferenceKind.Lookup => item.Lookups.ContainsKey(reference.Target),
                ReferenceKind.Days => IsDays(parameters.Find(reference.Target, item.EffectiveOn)),
                _ => parameters.Find(reference.Target, item.EffectiveOn) is not null,
            };
            if (!known) log.Error(reference.Path, $"there is no {NameOf(reference.Kind)} '{reference.Target}'");
        }

        CheckMaterialsOfFields(item, log);
        CheckPlaceholders(item, log);
        CheckScore(item, log);
        if (log.Errors.Count == 0 && item.Guide.Blanks.Count == 0) CheckPromise(item, log, parameters);
    }

    private static bool IsField(ServiceItem item, ReadingLog.Reference reference)
    {
        if (reference.RowScope is { } rows && item.FindField($"{rows}[].{reference.Target}") is not null) return true;
        return item.FindField(reference.Target) is not null;
    }

    private static bool IsDays(Parameter? parameter) =>
        parameter?.Value is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var days) && days >= 0;

    private static void CheckPromise(ServiceItem item, ReadingLog log, ParameterTable parameters)
    {
        var (guide, on) = (item.Guide, item.EffectiveOn);
        if (guide.Legal.WorkingDays.On(parameters, on) < guide.Promised.WorkingDays.On(parameters, on))
            log.Error("$.guide.promised", "the promised time is longer than the legal time");
        if (guide.Steps.Where(s => s.OnClock)
            .Sum(s => s.WorkingDays?.On(parameters, on) ?? 0) > guide.Promised.WorkingDays.On(parameters, on))
            log.Error("$.guide.steps", "the steps on the clock take longer than the promised time");
    }

    private static string NameOf(ReferenceKind kind) => kind switch
    {
        ReferenceKind.CodeTable => "code table",
        ReferenceKind.Parameter => "parameter with a value on the item's first day",
        ReferenceKind.Days => "parameter with a number of working days on the item's first day",
        _ => kind.ToString().ToLowerInvariant(),
    };

    private static void CheckMaterialsOfFields(ServiceItem item, ReadingLog log)
    {
        foreach (var (path, field) in item.Form.AllFields)
        {
            if (field.Material is { } code && item.FindMaterial(code) is { UploadedByApplicant: false })
                log.Error($"$.form ({path})", $"the material '{code}' of this file field is not uploaded by the applicant");
        }
    }

    private static void CheckPlaceholders(ServiceItem item, ReadingLog log)
    {
        foreach (var rule in item.Eligibility)
        {
            var texts = new[] { rule.Ok.Zh, rule.Ok.En, rule.Not.Zh, rule.Not.En };
            foreach (var name in texts.SelectMany(TextTemplate.Placeholders).Distinct(StringComparer.Ordinal))
            {
                if (!rule.Values.ContainsKey(name))
                    log.Error($"$.eligibility ({rule.Code}).values", $"the placeholder '{{{name}}}' has no value");
            }
        }
    }

    private static void CheckScore(ServiceItem item, ReadingLog log)
    {
        if (item.Score is { CutOffs.Count: 0 }) log.Error("$.score.cutOffs", "a score table needs cut-offs");
    }
}
