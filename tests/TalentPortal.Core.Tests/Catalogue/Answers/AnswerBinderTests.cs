using System.Text.Json;
using Microsoft.Extensions.Primitives;
using TalentPortal.Core.Catalogue.Answers;
using Xunit;

namespace TalentPortal.Core.Tests.Catalogue.Answers;

public sealed class AnswerBinderTests
{
    [Fact]
    public void FromPost_TenMegabytesInATextField_IsRefusedUnread()
    {
        var binding = AnswerBinder.FromPost(SeedItems.Everything.Form.Fields, [new("name", new string('a', 10 * 1024 * 1024))]);

        Assert.Empty(binding.Answers.Values);
        Assert.Equal(("name", "AnswerTooLong"), (binding.Errors[0].Path, binding.Errors[0].Refusal.Key));
    }

    [Fact]
    public void FromPost_LongCode_IsRefusedUnread()
    {
        var binding = AnswerBinder.FromPost(SeedItems.Everything.Form.Fields, [new("kind", new string('a', 501)), new("area", new string('1', 501))]);

        Assert.Empty(binding.Answers.Values);
        Assert.Equal(["kind", "area"], binding.Errors.Select(e => e.Path));
    }

    [Fact]
    public void FromPost_TooManyRows_KeepsTheFirst()
    {
        var posted = Enumerable.Range(0, 5000).Select(i => new KeyValuePair<string, StringValues>($"trainers[{i}].name", $"No. {i}"));

        var binding = AnswerBinder.FromPost(SeedItems.Everything.Form.Fields, posted);

        Assert.Equal("TooManyRows", Assert.Single(binding.Errors).Refusal.Key);
        Assert.Equal(3, ((AnswerValue.Rows)binding.Answers.Find("trainers")!).Items.Count);
    }

    [Fact]
    public void FromPost_ControlAndDirectionCharacters_AreStripped()
    {
        var answers = Posts.BaseAnswers(("name", "  Or\u0000ch\u202Eard\uD800 \u0007Ltd\u200F "), ("about", "one\u0001\ntwo\tthree"));

        Assert.Equal(new AnswerValue.Text("Orchard Ltd"), answers.Find("name"));
        Assert.Equal(new AnswerValue.Text("one\ntwo\tthree"), answers.Find("about"));
    }

    [Fact]
    public void FromPost_BlankRowsAndForeignKeys_LeaveNothing()
    {
        var binding = AnswerBinder.FromPost(
            SeedItems.Everything.Form.Fields,
            [new("trainers[7].name", " "), new("__RequestVerificationToken", "x"), new("trainers[x].name", "y"), new("manager", "z")]);

        Assert.Empty(binding.Errors);
        Assert.Empty(binding.Answers.Values);
    }

    [Fact]
    public void FromPost_OneSection_LeavesTheOthersAlone()
    {
        var section = SeedItems.Everything.Form.FindSection("organisation")!;
        var posted = Posts.Base();
        posted["name"] = "New Ltd";
        posted.Remove("site");

        var answers = Posts.BaseAnswers().WithSection(section, AnswerBinder.FromPost(section.Fields, posted).Answers);

        Assert.Equal(new AnswerValue.Text("New Ltd"), answers.Find("name"));
        Assert.Null(answers.Find("site"));
        Assert.Equal(new AnswerValue.Number(38.5m), answers.Find("area"));
    }

    [Fact]
    public void FromJson_RightBody_BindsAsThePostDoes()
    {
        const string body = """
            { "name": "Orchard Ltd", "area": 38.5, "owned": false, "languages": ["zh", "za", "zh"], "manager": { "name": "Qin" },
              "trainers": [ { "name": "Wei", "hours": 120 }, {} , { "name": "Pan" } ], "rent": "12,000.50", "site": null }
            """;

        var binding = AnswerBinder.FromJson(SeedItems.Everything.Form.Fields, JsonDocument.Parse(body).RootElement);

        Assert.Empty(binding.Errors);
        Assert.Equal(new AnswerValue.Number(38.5m), binding.Answers.Find("area"));
        Assert.Equal(new AnswerValue.Codes(["zh", "za"]), binding.Answers.Find("languages"));
        Assert.Equal(new AnswerValue.Text("Pan"), binding.Answers.Find("trainers[1].name"));
        Assert.Equal(new AnswerValue.Number(12000.50m), binding.Answers.Find("rent"));
    }

    [Theory]
    [InlineData("[]", "$", "AnswerOfWrongShape")]
    [InlineData("""{ "name": { "first": "x" } }""", "name", "AnswerOfWrongShape")]
    [InlineData("""{ "name": ["x"] }""", "name", "AnswerOfWrongShape")]
    [InlineData("""{ "manager": "Qin" }""", "manager", "AnswerOfWrongShape")]
    [InlineData("""{ "manager": { "shoeSize": 43 } }""", "manager.shoeSize", "AnswerToNoField")]
    [InlineData("""{ "trainers": [ 7 ] }""", "trainers[0]", "AnswerOfWrongShape")]
    [InlineData("""{ "colour": "red" }""", "colour", "AnswerToNoField")]
    [InlineData("""{ "income": { "masked": "***" } }""", "income", "AnswerOfWrongShape")]
    public void FromJson_WrongBody_IsRefused(string body, string path, string expected)
    {
        var error = Assert.Single(AnswerBinder.FromJson(SeedItems.Everything.Form.Fields, JsonDocument.Parse(body).RootElement).Errors);

        Assert.Equal((path, expected), (error.Path, error.Refusal.Key));
    }
}
