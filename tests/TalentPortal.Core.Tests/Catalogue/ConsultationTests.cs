using Microsoft.Extensions.Primitives;
using TalentPortal.Core.Catalogue.Answers;
using Xunit;

namespace TalentPortal.Core.Tests.Catalogue;

public sealed class ConsultationTests
{
    private static readonly Dictionary<string, StringValues> Request = new(StringComparer.Ordinal)
    {
        ["kind"] = "question",
        ["topic"] = "housing",
        ["title"] = "Who may rent a talent flat?",
        ["details"] = "I start work in the district in May.",
        ["acceptedBy"] = "talentOffice",
        ["onBehalfOf"] = "self",
        ["contact.name"] = "Wei Li",
        ["contact.phone"] = "13812345678",
    };

    [Fact]
    public void Validate_ShortRequest_NeedsNothingMore() => Assert.Empty(Validate([]).Errors);

    [Theory]
    [InlineData("acceptedBy", "town", "town")]
    [InlineData("onBehalfOf", "village", "organisationName")]
    [InlineData("details", "", "details")]
    public void Validate_Choice_AsksForWhatBelongsToIt(string field, string value, string missing) =>
        Assert.Equal(missing, Assert.Single(Validate([(field, value)]).Errors).Path);

    [Fact]
    public void Validate_Town_MustLieInTheDistrict()
    {
        Assert.Empty(Validate([("acceptedBy", "town"), ("town", "450311101")]).Errors);
        Assert.Equal("RegionNotKnown", Assert.Single(Validate([("acceptedBy", "town"), ("town", "450302001")]).Errors).Refusal.Key);
    }

    private static AnswerValidation Validate((string Key, string Value)[] changes)
    {
        var item = SeedItems.Read(SeedItems.Json("talent-consultation"), "talent-consultation");
        var posted = new Dictionary<string, StringValues>(Request, StringComparer.Ordinal);
        foreach (var (key, value) in changes) posted[key] = value;
        return AnswerValidator.Validate(SeedItems.Context(item), Posts.Answers(item, posted), Posts.NoFiles, ValidationMode.Submit);
    }
}
