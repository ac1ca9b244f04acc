using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Primitives;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Catalogue.Rules;
using Xunit;

namespace TalentPortal.Core.Tests.Catalogue.Answers;

/// <summary>What must hold whatever is sent. Seeds are fixed, so that a failure can be repeated.</summary>
public sealed class AnswerPropertyTests
{
    private static readonly string[] Fragments =
    [
        "", " ", "0", "-1", "38.5", "1e400", "NaN", "true", "off", "2020-05-06", "9999-12-31", "plant", "fruit", "zh", "450311100", "450311100201",
        "11010519491231002X", "914403001922038216", "13812345678", "a@b.cn", "https://x.cn", "\u0000", "\uD800", "\uDC00\uD800", "\u202E",
        "{\"masked\":\"x\"}", "[]", "<script>", "'; drop table cases; --", "\r\n", "５", "年", "\U0001F34A", "%s", "{0}", "....", "\\u0000",
    ];

    [Fact]
    public void Store_WhateverWasPosted_ReadsBackTheSame()
    {
        var random = new Random(20260408);
        for (var run = 0; run < 2000; run++)
        {
            var answers = AnswerBinder.FromPost(SeedItems.Everything.Form.Fields, Garbage(random)).Answers;

            Assert.Equal(answers, FormAnswers.FromStorage(SeedItems.Everything.Form.Fields, answers.ToJson()));
        }
    }

    [Fact]
    public void Split_WhateverWasPosted_MergesToTheSame()
    {
        var random = new Random(7);
        for (var run = 0; run < 1000; run++)
        {
            var answers = AnswerBinder.FromPost(SeedItems.Everything.Form.Fields, Garbage(random)).Answers;
            var split = AnswerProtection.Split(SeedItems.Everything, answers);

            Assert.Equal(answers, AnswerProtection.Merge(SeedItems.Everything, split.Public, split.Secrets));
        }
    }

    [Fact]
    public void Validate_WhateverWasPosted_NeverThrowsAndNamesOnlyPathsOfTheForm()
    {
        var random = new Random(11);
        var context = SeedItems.Context(SeedItems.Everything);
        for (var run = 0; run < 2000; run++)
        {
            var answers = AnswerBinder.FromPost(SeedItems.Everything.Form.Fields, Garbage(random)).Answers;
            var validation = AnswerValidator.Validate(context, answers, Posts.NoFiles, ValidationMode.Submit);

            Assert.All(validation.Errors, e => Assert.NotNull(
                SeedItems.Everything.Form.Find(AnswerPath.TryParse(e.Path)!.Pattern) ?? SeedItems.Everything.Form.Find(e.Path.Split('[')[0])
                ?? (e.Path.StartsWith("materials.", StringComparison.Ordinal) ? SeedItems.Everything.Form.Fields.First() : null)));
            Assert.Equal(validation.Shown, AnswerValidator.Validate(context, validation.Shown, Posts.NoFiles, ValidationMode.Draft).Shown);
        }
    }

    [Fact]
    public void FromJson_WhateverWasSent_NeverThrows()
    {
        var random = new Random(13);
        for (var run = 0; run < 2000; run++)
        {
            using var body = JsonDocument.Parse(GarbageJson(random, depth: 0));
            var binding = AnswerBinder.FromJson(SeedItems.Everything.Form.Fields, body.RootElement);

            Assert.Equal(binding.Answers, FormAnswers.FromStorage(SeedItems.Everything.Form.Fields, binding.Answers.ToJson()));
        }
    }

    [Fact]
    public void PreCheck_WhateverWasPosted_NeverThrows()
    {
        var random = new Random(17);
        var fields = SeedItems.Recognition.PreCheck.Select(q => q.Field).ToList();
        for (var run = 0; run < 500; run++)
        {
            var posted = fields.Select(f => new KeyValuePair<string, StringValues>(f.Code, Text(random)));
            var result = EligibilityChecker.PreCheck(SeedItems.Context(SeedItems.Recognition), AnswerBinder.FromPost(fields, posted).Answers);

            Assert.Equal(SeedItems.Recognition.Eligibility.Count, result.Eligibility.Findings.Count);
        }
    }

    private static List<KeyValuePair<string, StringValues>> Garbage(Random random)
    {
        var paths = SeedItems.Everything.Form.AllFields.Select(f => f.Path).ToList();
        return [.. Enumerable.Range(0, random.Next(1, 40)).Select(_ =>
        {
            var path = paths[random.Next(paths.Count)].Replace("[]", $"[{random.Next(0, 5)}]", StringComparison.Ordinal);
            return new KeyValuePair<string, StringValues>(
                random.Next(20) == 0 ? path + Text(random) : path,
                new StringValues([.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => Text(random))]));
        })];
    }

    private static string Text(Random random)
    {
        var text = new StringBuilder();
        for (var i = random.Next(0, 4); i > 0; i--)
        {
            if (random.Next(3) == 0) text.Append((char)random.Next(0, 0x10000));
            else text.Append(Fragments[random.Next(Fragments.Length)]);
        }

        return text.ToString();
    }

    private static string GarbageJson(Random random, int depth)
    {
        var codes = SeedItems.Everything.Form.AllFields.Select(f => f.Field.Code).Distinct(StringComparer.Ordinal).ToList();
        return (depth == 0 ? 6 : random.Next(depth > 3 ? 5 : 8)) switch
        {
            0 => "null",
            1 => random.Next(2) == 0 ? "true" : "false",
            2 => random.Next(-100, 100).ToString(System.Globalization.CultureInfo.InvariantCulture) + (random.Next(9) == 0 ? "e99" : ""),
            3 => "\"\\ud800\"",
            4 => JsonSerializer.Serialize(Text(random)),
            5 => "[" + string.Join(',', Enumerable.Range(0, random.Next(4)).Select(_ => GarbageJson(random, depth + 1))) + "]",
            _ => "{" + string.Join(',', Enumerable.Range(0, random.Next(6)).Select(_ =>
                $"\"{codes[random.Next(codes.Count)]}\":{GarbageJson(random, depth + 1)}")) + "}",
        };
    }
}
