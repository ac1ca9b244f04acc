using Microsoft.Extensions.Primitives;

namespace TalentPortal.Core.Tests.Catalogue;

/// <summary>Posted forms of made-up applicants for recognition.</summary>
internal static class Applicants
{
    /// <summary>A family farmer of 36 with a right form.</summary>
    public static Dictionary<string, StringValues> FamilyFarm() => new(StringComparer.Ordinal)
    {
        ["person.name"] = "Qin Xiaohe",
        ["person.citizenId"] = "450311199001010017",
        ["person.education"] = "31",
        ["person.phone"] = "13812345678",
        ["residence"] = "450311100201",
        ["category"] = "production",
        ["subClass"] = "family-farm",
        ["servicePlace"] = "450311100201",
        ["startedOn"] = "2018-03-01",
        ["stillServing"] = "true",
        ["scale"] = "120",
        ["growthPercent"] = "12.5",
        ["newVarieties"] = "1",
        ["skills[0].trade"] = "Gardener",
        ["skills[0].skill"] = "3",
        ["awards[0].name"] = "Best orange",
        ["awards[0].level"] = "city",
        ["awards[0].obtainedOn"] = "2024-10-01",
        ["awards[1].name"] = "Model farm",
        ["awards[1].level"] = "district",
        ["awards[1].obtainedOn"] = "2023-10-01",
        ["ledHouseholds"] = "23",
        ["incomeRise"] = "1800",
        ["apprentices"] = "2",
        ["trainees"] = "150",
        ["recommendedBy"] = "village",
        ["recommender"] = "Yanshan Village",
        ["noMisconduct"] = "true",
        ["notDiscredited"] = "true",
        ["consentToCheck"] = "true",
        ["commitment"] = "true",
    };

    /// <summary>A rural teacher with an associate senior title.</summary>
    public static Dictionary<string, StringValues> Teacher()
    {
        var form = FamilyFarm();
        foreach (var key in form.Keys.Where(k => k.StartsWith("skills", StringComparison.Ordinal) || k.StartsWith("awards", StringComparison.Ordinal)).ToList())
            form.Remove(key);
        form["category"] = "public-service";
        form["subClass"] = "teacher";
        form["startedOn"] = "2010-09-01";
        form["titles[0].title"] = "012";
        form["titles[0].obtainedOn"] = "2020-12-01";
        form["papers"] = "2";
        form["patents"] = "0";
        form["newVarieties"] = "0";
        form["ledHouseholds"] = "0";
        form["apprentices"] = "6";
        return form;
    }
}
