using TalentPortal.Core.Catalogue.Forms;
using Xunit;

namespace TalentPortal.Core.Tests.Catalogue;

public sealed class SeedItemTests
{
    public static TheoryData<string> Keys() =>
        [.. Directory.EnumerateFiles(Path.Combine(SeedItems.Folder, "services"), "*.json").Select(f => Path.GetFileNameWithoutExtension(f))];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Read_SeedItem_IsPublishable(string key)
    {
        var item = SeedItems.Read(SeedItems.Json(key), key);

        Assert.Equal(key, item.Key);
        Assert.True(item.CheckPublishable().Succeeded);
        Assert.Equal(
            item.Guide.Promised.WorkingDays.On(SeedItems.Parameters, SeedItems.Today),
            item.Guide.Steps.Where(s => s.OnClock).Sum(s => s.WorkingDays!.On(SeedItems.Parameters, SeedItems.Today)));
        Assert.Matches("^[0-9a-f]{64}$", item.Checksum);
    }

    [Fact]
    public void SensitiveFields_Recognition_AreNumbersAndPhones()
    {
        Assert.Equal(
            ["person.citizenId", "person.phone", "referee.phone"],
            SeedItems.Recognition.SensitiveFields.Select(f => f.Path));
    }

    [Fact]
    public void VisibleToExperts_Recognition_NamesNobody()
    {
        var seen = SeedItems.Recognition.Form.AllFields.Where(f => f.Field.VisibleToExperts).ToList();

        Assert.Contains(seen, f => string.Equals(f.Path, "scale", StringComparison.Ordinal));
        Assert.DoesNotContain(seen, f => f.Path.Contains("name", StringComparison.OrdinalIgnoreCase) && f.Path.StartsWith("person", StringComparison.Ordinal));
        Assert.DoesNotContain(seen, f => f.Field.Sensitivity is Sensitivity.Sensitive || f.Field.Type is FieldType.Region or FieldType.File);
        Assert.DoesNotContain(SeedItems.Recognition.Materials, m => m.VisibleToExperts && m.Code is "idCard" or "householdList");
    }

    [Fact]
    public void Bonus_Recognition_AgreesWithTheParameter() =>
        Assert.Equal(SeedItems.Parameters.Decimal("recog.maxBonus", SeedItems.Today), SeedItems.Recognition.Score!.Bonus!.Max);

    [Fact]
    public void Points_Recognition_NeverExceedWhatAnItemHas() =>
        Assert.All(SeedItems.Recognition.Score!.Items, item => Assert.All(
            item.Parts, part => Assert.InRange(part.Tiers.Max(t => t.Points), 0, item.Max)));
}
