using System.Text.Json;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Catalogue.Reading;
using TalentPortal.Core.Catalogue.Rules;
using Xunit;

namespace TalentPortal.Core.Tests.Catalogue.Rules;

public sealed class RuleEvaluatorTests
{
    private static readonly FormAnswers Answers = Posts.BaseAnswers(("about", null), ("trainers[3].hours", "30"));

    [Theory]
    [InlineData("""{ "field": "area", "op": "eq", "value": 38.5 }""", Truth.Yes)]
    [InlineData("""{ "field": "area", "op": "ne", "value": 38.5 }""", Truth.No)]
    [InlineData("""{ "field": "area", "op": "lt", "value": 38.5 }""", Truth.No)]
    [InlineData("""{ "field": "area", "op": "le", "value": 38.5 }""", Truth.Yes)]
    [InlineData("""{ "field": "area", "op": "gt", "value": 38.4 }""", Truth.Yes)]
    [InlineData("""{ "field": "area", "op": "ge", "value": 38.6 }""", Truth.No)]
    [InlineData("""{ "field": "area", "op": "ge", "value": "many" }""", Truth.Unknown)]
    [InlineData("""{ "field": "kind", "op": "in", "value": ["craft", "plant"] }""", Truth.Yes)]
    [InlineData("""{ "field": "kind", "op": "notIn", "value": ["craft", "plant"] }""", Truth.No)]
    [InlineData("""{ "field": "languages", "op": "contains", "value": "za" }""", Truth.Yes)]
    [InlineData("""{ "field": "languages", "op": "in", "value": ["en", "za"] }""", Truth.Yes)]
    [InlineData("""{ "field": "languages", "op": "contains", "value": "en" }""", Truth.No)]
    [InlineData("""{ "field": "village", "op": "startsWith", "value": "450311100" }""", Truth.Yes)]
    [InlineData("""{ "field": "owned", "op": "eq", "value": false }""", Truth.Yes)]
    [InlineData("""{ "field": "foundedOn", "op": "lt", "value": "2020-05-07" }""", Truth.Yes)]
    [InlineData("""{ "field": "foundedOn", "op": "eq", "value": "2020-05-06" }""", Truth.Yes)]
    [InlineData("""{ "field": "foundedOn", "op": "le", "value": { "today": true } }""", Truth.Yes)]
    [InlineData("""{ "field": "about", "op": "blank" }""", Truth.Yes)]
    [InlineData("""{ "field": "about", "op": "filled" }""", Truth.No)]
    [InlineData("""{ "field": "about", "op": "eq", "value": "x" }""", Truth.Unknown)]
    [InlineData("""{ "yearsSince": "foundedOn", "op": "eq", "value": 5 }""", Truth.Yes)]
    [InlineData("""{ "monthsPast": "foundedOn", "op": "eq", "value": 11 }""", Truth.Yes)]
    [InlineData("""{ "yearsSince": "manager.citizenId", "op": "eq", "value": 76 }""", Truth.Yes)]
    [InlineData("""{ "yearsSince": "about", "op": "ge", "value": 0 }""", Truth.Unknown)]
    [InlineData("""{ "count": "trainers", "op": "eq", "value": 2 }""", Truth.Yes)]
    [InlineData("""{ "count": "trainers", "where": { "field": "hours", "op": "ge", "value": 100 }, "op": "eq", "value": 1 }""", Truth.Yes)]
    [InlineData("""{ "count": "trainers", "where": { "attribute": "rank", "of": "level", "op": "eq", "value": 4 }, "op": "eq", "value": 1 }""", Truth.Yes)]
    [InlineData("""{ "sum": "trainers.hours", "op": "eq", "value": 150 }""", Truth.Yes)]
    [InlineData("""{ "sum": "trainers.hours", "where": { "field": "name", "op": "eq", "value": "Pan" }, "op": "eq", "value": 30 }""", Truth.Yes)]
    [InlineData("""{ "files": "contract", "op": "eq", "value": 1 }""", Truth.Yes)]
    [InlineData("""{ "files": "plan", "op": "eq", "value": 0 }""", Truth.Yes)]
    [InlineData("""{ "divide": [{ "field": "area" }, { "lookup": "areaBase", "by": "kind" }], "op": "eq", "value": 1.925 }""", Truth.Yes)]
    [InlineData("""{ "divide": [{ "field": "area" }, { "lookup": "areaBase", "by": "subKind" }], "op": "ge", "value": 0 }""", Truth.Unknown)]
    [InlineData("""{ "divide": [{ "field": "area" }, 0], "op": "ge", "value": 0 }""", Truth.Unknown)]
    [InlineData("""{ "field": "area", "op": "le", "value": { "parameter": "recog.maxAge" } }""", Truth.Yes)]
    [InlineData("""{ "not": { "field": "about", "op": "eq", "value": "x" } }""", Truth.Unknown)]
    [InlineData("""{ "not": { "field": "owned", "op": "eq", "value": true } }""", Truth.Yes)]
    public void Trace_Condition_ComesOutSo(string json, Truth expected) => Assert.Equal(expected, Trace(json).Outcome);

    [Theory]
    [InlineData("yes", "yes", Truth.Yes, Truth.Yes)]
    [InlineData("yes", "no", Truth.No, Truth.Yes)]
    [InlineData("no", "no", Truth.No, Truth.No)]
    [InlineData("yes", "unknown", Truth.Unknown, Truth.Yes)]
    [InlineData("no", "unknown", Truth.No, Truth.Unknown)]
    [InlineData("unknown", "unknown", Truth.Unknown, Truth.Unknown)]
    public void Trace_AllAndAny_SpreadUnknownOnlyWhereItMatters(string one, string other, Truth all, Truth any)
    {
        Assert.Equal(all, Trace($$"""{ "all": [{{Simple(one)}}, {{Simple(other)}}] }""").Outcome);
        Assert.Equal(any, Trace($$"""{ "any": [{{Simple(other)}}, {{Simple(one)}}] }""").Outcome);
    }

    [Fact]
    public void Facts_Trace_NameSourceActualAndNeeded()
    {
        var facts = RuleFacts.Of(
            Trace("""{ "all": [{ "field": "area", "op": "ge", "value": 40 }, { "count": "trainers", "op": "ge", "value": 1 }] }"""), SeedItems.Everything);

        Assert.Equal(
            [
                new RuleFact("area", Comparison.Ge, "38.5", "40", Truth.No),
                new RuleFact("count(trainers)", Comparison.Ge, "2", "1", Truth.Yes),
            ],
            facts);
    }

    [Fact]
    public void Facts_SensitiveAnswer_IsMasked()
    {
        var fact = RuleFacts.Of(Trace("""{ "field": "manager.phone", "op": "eq", "value": "1" }"""), SeedItems.Everything).Single();

        Assert.Equal("***", fact.Actual);
    }

    [Fact]
    public void Value_LeapDayBirth_CountsTheYearOnTheLastOfFebruary()
    {
        var answers = Posts.BaseAnswers(("foundedOn", "2020-02-29"));
        var condition = Read("""{ "yearsSince": "foundedOn", "op": "eq", "value": 6 }""");

        Assert.True(Evaluator(answers, new DateOnly(2026, 2, 28)).Holds(condition));
        Assert.False(Evaluator(answers, new DateOnly(2026, 2, 27)).Holds(condition));
    }

    private static string Simple(string outcome) => outcome switch
    {
        "yes" => """{ "field": "area", "op": "ge", "value": 1 }""",
        "no" => """{ "field": "area", "op": "ge", "value": 999 }""",
        _ => """{ "field": "about", "op": "eq", "value": "x" }""",
    };

    private static ConditionTrace Trace(string json) => Evaluator(Answers, SeedItems.Today).Trace(Read(json));

    private static RuleEvaluator Evaluator(FormAnswers answers, DateOnly today)
    {
        var files = new Dictionary<string, int>(StringComparer.Ordinal) { ["contract"] = 1 };
        var context = SeedItems.Context(SeedItems.Everything, today);
        return new RuleEvaluator(context, RuleInputs.Of(context, answers, FormAnswers.Empty, files));
    }

    private static Condition Read(string json)
    {
        var log = new ReadingLog("test.json");
        var owner = new JsonCursor(JsonDocument.Parse($$"""{ "when": {{json}} }""").RootElement, "$", log);
        var condition = RuleReading.Condition(owner, "when");
        Assert.Empty(log.Errors);
        return condition;
    }
}
