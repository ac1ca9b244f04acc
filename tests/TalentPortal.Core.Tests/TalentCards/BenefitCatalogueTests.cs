using System.Text.Json.Nodes;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Core.TalentCards.Cards;
using TalentPortal.Core.TalentCards.Consents;
using TalentPortal.TestCommon;
using Xunit;

namespace TalentPortal.Core.Tests.TalentCards;

/// <summary>What a catalogue says, and what is wrong with one that says it wrongly.</summary>
public sealed class BenefitCatalogueTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(Repository.Root, "seed-data", "cards", "benefits-1.json"));
    private static readonly BenefitCatalogue Seeded = BenefitCatalogueReader.Read(Text, "benefits-1.json");

    [Theory]
    [InlineData("version", "0", "$.version")]
    [InlineData("levels[1].code", "\"A\"", "$.levels[1].code")]
    [InlineData("levels[1].rank", "1", "$.levels[1].rank")]
    [InlineData("levels[1].digit", "11", "$.levels[1].digit")]
    [InlineData("venueKinds[1].code", "\"scenic\"", "$.venueKinds[1].code")]
    [InlineData("benefits[0].code", "\"1!\"", "$.benefits[0].code")]
    [InlineData("benefits[0].venueKinds[0]", "\"moon\"", "$.benefits[0].venueKinds")]
    [InlineData("benefits[0].kind", "\"entitlement\"", "$.benefits[0].serviceItem")]
    [InlineData("benefits[0].name.en", "\" \"", "$.benefits[0]")]
    [InlineData("grants[1].value", "-1", "$.grants[1].value")]
    [InlineData("grants[1].value", "2.5", "$.grants[1].value")]
    [InlineData("grants[1].value", "1000000", "$.grants[1].value")]
    [InlineData("grants[1].levels[0]", "\"Z\"", "$.grants[1].levels")]
    [InlineData("grants[1].levels[0]", "\"A\"", "$.grants[1].levels")]
    [InlineData("grants[1].benefit", "\"none\"", "$.grants[1].benefit")]
    [InlineData("bases[0].level", "\"Z\"", "$.bases[0].level")]
    [InlineData("bases[1].code", "\"senior\"", "$.bases[1].code")]
    [InlineData("benefits[0].kind", "\"lottery\"", "$.benefits[0].kind")]
    [InlineData("benefits[0].colour", "\"red\"", "$.benefits[0]")]
    public void Read_SomethingWrong_IsNamedWithItsPlace(string place, string value, string path)
    {
        var refused = Assert.Throws<SeedException>(() => BenefitCatalogueReader.Read(With(place, value), "wrong.json"));
        Assert.Contains(refused.Problems, problem => problem.File == "wrong.json" && problem.Path.StartsWith(path, StringComparison.Ordinal));
    }

    [Fact]
    public void Read_SeveralWrongThings_AreAllNamedAtOnce()
    {
        var refused = Assert.Throws<SeedException>(() => BenefitCatalogueReader.Read(With("grants[1].value", "-1", With("levels[1].rank", "1")), "wrong.json"));
        Assert.Equal(2, refused.Problems.Count);
    }

    [Fact]
    public void Checksum_FollowsWhatIsSaid_NotTheNumberOrTheRemark()
    {
        Assert.Equal(BenefitCatalogueReader.ChecksumOf(Seeded), BenefitCatalogueReader.ChecksumOf(Seeded with { Version = 7, Comment = "Other." }));
        Assert.NotEqual(BenefitCatalogueReader.ChecksumOf(Seeded), BenefitCatalogueReader.ChecksumOf(Seeded with { EffectiveFrom = Seeded.EffectiveFrom.AddDays(1) }));
        Assert.Equal(BenefitCatalogueReader.ChecksumOf(Seeded), BenefitCatalogueReader.ChecksumOf(BenefitCatalogueReader.Read(BenefitCatalogueReader.Write(Seeded), "again")));
    }

    [Fact]
    public void Seeded_EveryFigureIsUnverified_AndTheFormAsksForEveryKindOfVenue()
    {
        Assert.All(Seeded.Grants, grant => Assert.Equal(Provenance.DefaultUnverified, grant.Provenance));
        var form = File.ReadAllText(Path.Combine(Repository.Root, "seed-data", "services", "talent-card.json"));
        Assert.All(Seeded.VenueKinds, kind => Assert.Contains($"\"{CardConsents.FieldOf(kind.Code)}\"", form, StringComparison.Ordinal));
    }

    [Fact]
    public void Best_TheHighestLevelWins_AmongEqualsTheOneThatLasts()
    {
        var (sooner, later) = (new DateOnly(2027, 1, 1), new DateOnly(2029, 1, 1));
        FoundBasis[] found =
        [
            new(BasisKind.Recognition, "senior", "rural-senior", 6, Guid.NewGuid(), null, later),
            new(BasisKind.Degree, "2", "C", 3, null, null, sooner),
            new(BasisKind.Honour, "autonomous-region", "C", 3, null, null, null),
        ];
        Assert.Equal(BasisKind.Honour, FoundBasis.Best(found)!.Kind);
        Assert.Null(FoundBasis.Best([]));
    }

    [Theory]
    [InlineData("2026-03-15", "2026-03-15", "2026-03-15", "2027-03-14")]
    [InlineData("2026-03-15", "2027-03-14", "2026-03-15", "2027-03-14")]
    [InlineData("2026-03-15", "2027-03-15", "2027-03-15", "2028-03-14")]
    [InlineData("2024-02-29", "2025-02-28", "2025-02-28", "2026-02-27")]
    public void PeriodOf_AYear_IsTheCardsOwn(string issued, string on, string from, string to)
    {
        var scenic = Seeded.EntitlementsOf("D", Day(on)).Single(one => one.Benefit.Code == "scenic");
        Assert.Equal((Day(from), Day(to)), scenic.PeriodOf(Day(issued), Day(on)));
    }

    [Fact]
    public void PeriodOf_EveryOtherYearAndAMonth()
    {
        var check = Seeded.EntitlementsOf("C", Day("2026-05-01")).Single(one => one.Benefit.Code == "health-check");
        Assert.Equal((Day("2026-03-15"), Day("2028-03-14")), check.PeriodOf(Day("2026-03-15"), Day("2027-12-31")));
        var bus = Seeded.EntitlementsOf("A", Day("2026-05-01")).Single(one => one.Benefit.Code == "bus");
        Assert.Equal((Day("2026-05-01"), Day("2026-05-31")), bus.PeriodOf(Day("2026-03-15"), Day("2026-05-20")));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The seeded text with one value in another one's place.</summary>
    private static string With(string place, string value, string? text = null)
    {
        var root = JsonNode.Parse(text ?? Text)!;
        var parts = place.Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Split('.');
        var node = root;
        foreach (var part in parts[..^1]) node = int.TryParse(part, out var index) ? node[index]! : node[part]!;
        if (int.TryParse(parts[^1], out var last)) node[last] = JsonNode.Parse(value);
        else node[parts[^1]] = JsonNode.Parse(value);
        return root.ToJsonString();
    }
}
