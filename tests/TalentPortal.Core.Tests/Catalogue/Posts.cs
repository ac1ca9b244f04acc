using Microsoft.Extensions.Primitives;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Answers;
using Xunit;

namespace TalentPortal.Core.Tests.Catalogue;

/// <summary>Posted forms that are right, to be made wrong in one place.</summary>
internal static class Posts
{
    public static readonly IReadOnlyDictionary<string, int> NoFiles = new Dictionary<string, int>(StringComparer.Ordinal);

    public static readonly IReadOnlyDictionary<string, int> BaseFiles =
        new Dictionary<string, int>(StringComparer.Ordinal) { ["contract"] = 1, ["plan"] = 1 };

    /// <summary>A right post for the training base.</summary>
    public static Dictionary<string, StringValues> Base() => new(StringComparer.Ordinal)
    {
        ["name"] = "Orchard Ltd",
        ["creditCode"] = "914403001922038216",
        ["account"] = "6222 0212 3456 7890 128",
        ["site"] = "https://example.cn",
        ["manager.name"] = "Qin Xiaohe",
        ["manager.citizenId"] = "11010519491231002x",
        ["manager.phone"] = "138 1234 5678",
        ["manager.email"] = "qin@Example.CN",
        ["manager.partyMember"] = "true",
        ["manager.branch"] = "Third branch",
        ["town"] = "450311100",
        ["village"] = "450311100201",
        ["kind"] = "plant",
        ["subKind"] = "fruit",
        ["languages"] = new StringValues(["zh", "za"]),
        ["area"] = "38.5",
        ["rent"] = "12,000.50",
        ["owned"] = "false",
        ["foundedOn"] = "2020-05-06",
        ["income"] = "250000",
        ["about"] = "Late oranges.\r\nSince 2020.",
        ["trainers[0].name"] = "Wei",
        ["trainers[0].phone"] = "13912345678",
        ["trainers[0].level"] = "2",
        ["trainers[0].since"] = "2015-01-01",
        ["trainers[0].hours"] = "120",
        ["trainers[0].school"] = "Agricultural school",
        ["trainers[3].name"] = "Pan",
        ["trainers[3].level"] = "5",
    };

    public static FormAnswers Answers(ServiceItem item, IEnumerable<KeyValuePair<string, StringValues>> posted)
    {
        var binding = AnswerBinder.FromPost(item.Form.Fields, posted);
        Assert.Empty(binding.Errors);
        return binding.Answers;
    }

    public static FormAnswers BaseAnswers(params (string Key, string? Value)[] changes)
    {
        var posted = Base();
        foreach (var (key, value) in changes)
        {
            if (value is null) posted.Remove(key);
            else posted[key] = value;
        }

        return Answers(SeedItems.Everything, posted);
    }

    public static AnswerValidation Validate(FormAnswers answers, ValidationMode mode = ValidationMode.Submit) =>
        AnswerValidator.Validate(SeedItems.Context(SeedItems.Everything), answers, BaseFiles, mode);
}
