using System.Text.Json.Nodes;
using Xunit;

namespace TalentPortal.Core.Tests.Catalogue.Reading;

/// <summary>Slips in review forms are named where they are.</summary>
public sealed class ReviewFormReadingTests
{
    [Theory]
    [InlineData("step", "\"village\"", "the guide has no step 'village'")]
    [InlineData("outcomes", "[]", "at least one answer")]
    [InlineData("fields", "[]", "a review form needs fields")]
    [InlineData("code", "\"jointFinding\"", "is used twice")]
    public void Read_WrongForm_IsAnError(string property, string value, string message) =>
        AssertError(forms => forms[0]![property] = JsonNode.Parse(value), message);

    [Fact]
    public void Read_SensitiveField_IsAnError() => AssertError(forms =>
    {
        var field = (JsonObject)forms[0]!["fields"]![0]!;
        field["sensitivity"] = "sensitive";
        field["purpose"] = JsonNode.Parse("""{ "zh": "a", "en": "a" }""");
    }, "cannot be 'sensitive'");

    [Fact]
    public void Read_RuleOverTheApplicantsAnswers_IsAnError() => AssertError(
        forms => forms[0]!["fields"]![0]!["max"] = JsonNode.Parse("""{ "field": "ledHouseholds" }"""), "reads its own fields only");

    [Fact]
    public void Read_FieldOfTwoForms_IsAnError() =>
        AssertError(forms => forms[1]!["fields"]![0]!["code"] = "votesFor", "'votesFor'");

    [Fact]
    public void Read_RuleOverAFieldThatIsNotThere_IsAnError()
    {
        var json = SeedItems.Json("talent-recognition").Replace("\"review.votesFor\"", "\"review.votesCast\"", StringComparison.Ordinal);
        Assert.Contains(SeedItems.Reader.Read(json, "talent-recognition.json").Errors, error => error.Reason.Contains("review.votesCast", StringComparison.Ordinal));
    }

    private static void AssertError(Action<JsonArray> change, string message)
    {
        var item = JsonNode.Parse(SeedItems.Json("talent-recognition"))!;
        change((JsonArray)item["reviewForms"]!);
        var errors = SeedItems.Reader.Read(item.ToJsonString(), "talent-recognition.json").Errors;
        Assert.Contains(errors, error => error.Reason.Contains(message, StringComparison.Ordinal));
    }
}
