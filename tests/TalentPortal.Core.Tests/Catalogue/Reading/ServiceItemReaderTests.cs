using System.Text.Json.Nodes;
using TalentPortal.Core.Catalogue.Reading;
using TalentPortal.Core.Kernel;
using Xunit;

namespace TalentPortal.Core.Tests.Catalogue.Reading;

/// <summary>One mistake a test: its place and its message are what the writer of a file works with.</summary>
public sealed class ServiceItemReaderTests
{
    private const string FirstField = "$.form.sections[0].fields[0]";

    [Fact]
    public void Read_NoJson_IsAnError()
    {
        Assert.Contains("not JSON", Read("{ \"code\": ").Single().Reason, StringComparison.Ordinal);
        Assert.Contains("not JSON", Read("{ \"code\": \"A\", \"code\": \"B\" }").Single().Reason, StringComparison.Ordinal);
        Assert.Contains("object is expected", Read("[]").Single().Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_EmptyObject_NamesEverythingThatIsMissing()
    {
        var paths = Read("{}").Select(e => e.Path).ToList();

        Assert.All(["$.code", "$.name", "$.definitionId", "$.guide", "$.form", "$.audience"], path => Assert.Contains(path, paths));
    }

    [Fact]
    public void Read_UnknownProperty_IsNamed()
    {
        Expect(item => item["colour"] = "red", "$.colour", "'colour' is not a property");
        Expect(item => Field(item)["colour"] = "red", FirstField + ".colour", "'colour' is not a property");
        Expect(item => Field(item)["min"] = 3, FirstField + ".min", "'min' is not a property");
    }

    [Fact]
    public void Read_MissingDefinition_IsAnError() =>
        Expect(item => item.Remove("definitionId"), "$.definitionId", "missing");

    [Theory]
    [InlineData("RC1")]
    [InlineData("rc010001")]
    public void Read_WrongCode_IsAnError(string code) => Expect(item => item["code"] = code, "$.code", "8 capital letters or digits");

    [Fact]
    public void Read_WrongFileName_IsAnError() =>
        Assert.Contains(SeedItems.Reader.Read(SeedItems.EverythingJson, "My Item.json").Errors, e => e.Reason.Contains("file's name", StringComparison.Ordinal));

    [Fact]
    public void Read_DoubledFieldCode_IsAnError()
    {
        Expect(item => Field(item, 0, 1)["code"] = "name", "$.form.sections[0].fields[1].code", "used twice");
        Expect(item => Field(item, 1, 0)["code"] = "name", "$.form.sections[1].fields[0].code", "used twice");
    }

    [Fact]
    public void Read_TextInOneLanguageOnly_IsAnError() =>
        Expect(item => Field(item)["label"]!.AsObject().Remove("en"), FirstField + ".label", "zh and in en");

    [Fact]
    public void Read_ConditionOnUnknownField_IsAnError()
    {
        Expect(item => Field(item)["shownWhen"] = Node("""{ "field": "nowhere", "op": "filled" }"""), FirstField + ".shownWhen.field", "no field 'nowhere'");
        Expect(item => Field(item)["requiredWhen"] = Node("""{ "count": "area", "op": "ge", "value": 1 }"""), FirstField + ".requiredWhen.count", "no rows 'area'");
        Expect(item => Field(item)["requiredWhen"] = Node("""{ "sum": "trainers.money", "op": "ge", "value": 1 }"""), FirstField + ".requiredWhen.sum", "no field");
        Expect(item => Field(item)["requiredWhen"] = Node("""{ "files": "photo", "op": "ge", "value": 1 }"""), FirstField + ".requiredWhen.files", "no material");
        Expect(item => Field(item)["requiredWhen"] = Node("""{ "lookup": "x", "by": "kind", "op": "ge", "value": 1 }"""), FirstField + ".requiredWhen.lookup", "no lookup");
    }

    [Theory]
    [InlineData("""{ "op": "eq", "value": 1 }""", "", "exactly one of")]
    [InlineData("""{ "field": "area", "today": true, "op": "eq", "value": 1 }""", "", "exactly one of")]
    [InlineData("""{ "field": "area", "op": "near", "value": 1 }""", ".op", "'near' is unknown")]
    [InlineData("""{ "field": "area", "op": "ge" }""", ".value", "missing")]
    [InlineData("""{ "field": "area", "op": "in", "value": 3 }""", ".value", "must be a list")]
    [InlineData("""{ "all": [] }""", ".all", "at least one")]
    [InlineData("""{ "sum": "trainers", "op": "ge", "value": 1 }""", ".sum", "must name rows and a column")]
    [InlineData("""{ "divide": [1], "op": "ge", "value": 1 }""", ".divide", "exactly two")]
    [InlineData("""{ "field": "area", "op": "ge", "value": { "parameter": "no.such" } }""", ".value.parameter", "no parameter")]
    [InlineData("3", "", "an object is expected")]
    public void Read_WrongCondition_IsAnError(string condition, string place, string message) =>
        Expect(item => Field(item)["requiredWhen"] = Node(condition), FirstField + ".requiredWhen" + place, message);

    [Theory]
    [InlineData("""{ "field": "kind", "op": "eq", "value": "stone" }""", ".value", "has no code 'stone'")]
    [InlineData("""{ "field": "languages", "op": "in", "value": ["zh", "fr"] }""", ".value", "has no code 'fr'")]
    [InlineData("""{ "field": "area", "op": "ge", "value": "38" }""", ".value", "a number is expected")]
    [InlineData("""{ "field": "owned", "op": "eq", "value": "yes" }""", ".value", "true or false")]
    [InlineData("""{ "field": "foundedOn", "op": "ge", "value": "2020" }""", ".value", "a date")]
    [InlineData("""{ "field": "trainers", "op": "ge", "value": 1 }""", ".value", "use count")]
    [InlineData("""{ "attribute": "rank", "of": "area", "op": "ge", "value": 1 }""", "", "has no code table")]
    public void Read_ComparisonThatCanNeverHold_IsAnError(string condition, string place, string message) =>
        Expect(item => Field(item)["requiredWhen"] = Node(condition), FirstField + ".requiredWhen" + place, message);

    [Fact]
    public void Read_FieldsShownByEachOther_AreNamedInACircle()
    {
        Expect(
            item =>
            {
                Field(item, 0, 0)["shownWhen"] = Node("""{ "field": "site", "op": "filled" }""");
                Field(item, 0, 3)["shownWhen"] = Node("""{ "field": "name", "op": "filled" }""");
            },
            "$.form",
            "name → site → name");
        Expect(
            item => Field(item, 2, 0)["fields"]![0]!["shownWhen"] = Node("""{ "count": "trainers", "op": "ge", "value": 1 }"""), "$.form", "depending on each other");
        Expect(item => Field(item, 1, 5)["shownWhen"] = Node("""{ "field": "trainers", "op": "filled" }"""), "$.form", "depending on each other");
    }

    [Theory]
    [InlineData("[a-z", "is not a pattern")]
    [InlineData("(a)\\1", "is not a pattern")]
    [InlineData("(?=a)a", "is not a pattern")]
    public void Read_BadPattern_IsAnError(string regex, string message) =>
        Expect(item => Field(item, 0, 3)["pattern"]!["regex"] = regex, "$.form.sections[0].fields[3].pattern.regex", message);

    [Fact]
    public void Read_FileFieldWithoutMaterial_IsAnError()
    {
        Expect(item => Field(item, 1, 11).Remove("material"), "$.form.sections[1].fields[11].material", "missing");
        Expect(item => Field(item, 1, 11)["material"] = "photo", "$.form.sections[1].fields[11].material", "no material 'photo'");
        Expect(item => Field(item, 1, 11)["material"] = "licence", "$.form (contract)", "not uploaded by the applicant");
    }

    [Fact]
    public void Read_UnknownCodeTable_IsAnError() =>
        Expect(item => Field(item, 1, 2)["codeTable"] = "stones", "$.form.sections[1].fields[2].codeTable", "no code table 'stones'");

    [Fact]
    public void Read_UnguardedPersonalField_IsAnError()
    {
        Expect(item => Field(item, 0, 2)["sensitivity"] = "internal", "$.form.sections[0].fields[2].sensitivity", "always 'sensitive'");
        Expect(item => Field(item, 0, 2).Remove("purpose"), "$.form.sections[0].fields[2].purpose", "what it is needed for");
    }

    [Fact]
    public void Read_RowsInRows_IsAnError() => Expect(
        item => Field(item, 2, 0)["fields"]![0] = Node("""{ "code": "x", "type": "rows", "label": { "zh": "x", "en": "x" }, "fields": [] }"""),
        "$.form.sections[2].fields[0].fields[0].type",
        "cannot stand inside");

    [Fact]
    public void Read_RuleWithoutProvenance_IsAnError()
    {
        Expect(item => item["eligibility"]![0]!.AsObject().Remove("provenance"), "$.eligibility[0].provenance", "missing");
        Expect(item => item["eligibility"]![0]!["provenance"] = "statute", "$.eligibility[0].source", "must name its source");
        Expect(item => item["eligibility"]![0]!["provenance"] = "hearsay", "$.eligibility[0].provenance", "'hearsay' is unknown");
    }

    [Fact]
    public void Read_PlaceholderWithoutValue_IsAnError() =>
        Expect(item => item["eligibility"]![0]!["values"]!.AsObject().Remove("area"), "$.eligibility (area).values", "'{area}' has no value");

    [Fact]
    public void Read_PromiseBeyondTheLaw_IsAnError()
    {
        Expect(item => item["guide"]!["promised"]!["workingDays"] = 21, "$.guide.promised", "longer than the legal time");
        Expect(item => item["guide"]!["promised"]!["workingDays"] = 4, "$.guide.steps", "longer than the promised time");
        Expect(item => item["guide"]!["legal"]!["workingDays"] = Node("""{ "parameter": "recog.quotaSenior" }"""), "$.guide.legal.workingDays.parameter", "working days");
    }

    [Theory]
    [InlineData("legalBasis")]
    [InlineData("whoMay")]
    [InlineData("whoMayNot")]
    [InlineData("steps")]
    [InlineData("legal")]
    [InlineData("promised")]
    [InlineData("visits")]
    [InlineData("fee")]
    [InlineData("result")]
    [InlineData("resultKind")]
    [InlineData("reviewStandard")]
    [InlineData("contact")]
    [InlineData("windowHours")]
    [InlineData("faq")]
    [InlineData("appealGovernment")]
    [InlineData("appealParty")]
    public void CheckPublishable_BlankGuideElement_IsRefused(string element)
    {
        var json = Base();
        json["guide"]!.AsObject().Remove(element);

        var item = SeedItems.Read(json.ToJsonString(), "training-base");

        Assert.Equal($"$.guide.{element}", item.CheckPublishable().Refusal!.Arguments[0]);
    }

    [Fact]
    public void Read_WrongDates_AreErrors()
    {
        Expect(item => item["window"]!["periods"]![0]!["to"] = "2026-01-01", "$.window.periods[0].to", "before 'from'");
        Expect(item => item["window"]!["yearly"]![0]!["to"] = "02-29", "$.window.yearly[0].to", "not 02-29");
        Expect(item => item["effectiveOn"] = "1.1.2026", "$.effectiveOn", "must be a date");
    }

    [Fact]
    public void AppealText_FollowsTheDecidingBody()
    {
        var government = SeedItems.Everything;
        var json = Base();
        json["decidingBody"] = "party";

        Assert.Equal(government.Guide.AppealGovernment, government.AppealText);
        Assert.Equal(government.Guide.AppealParty, SeedItems.Read(json.ToJsonString(), "training-base").AppealText);
    }

    private static IReadOnlyList<SeedProblem> Read(string json) => SeedItems.Reader.Read(json, "training-base.json").Errors;

    private static JsonObject Base() => JsonNode.Parse(SeedItems.EverythingJson)!.AsObject();

    private static JsonNode Node(string json) => JsonNode.Parse(json)!;

    private static JsonObject Field(JsonObject item, int section = 0, int field = 0) =>
        item["form"]!["sections"]![section]!["fields"]![field]!.AsObject();

    private static void Expect(Action<JsonObject> spoil, string path, string message)
    {
        var json = Base();
        spoil(json);

        var reading = SeedItems.Reader.Read(json.ToJsonString(), "training-base.json");

        Assert.False(reading.Succeeded);
        Assert.Contains(reading.Errors, e =>
            string.Equals(e.Path, path, StringComparison.Ordinal) && e.Reason.Contains(message, StringComparison.Ordinal)
            && string.Equals(e.File, "training-base.json", StringComparison.Ordinal));
    }
}
