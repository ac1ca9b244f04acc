using TalentPortal.Core.Catalogue.Answers;
using Xunit;

namespace TalentPortal.Core.Tests.Catalogue.Answers;

public sealed class ExpertViewTests
{
    [Fact]
    public void Of_Recognition_ShowsResultsAndNobody()
    {
        var seen = ExpertView.Of(SeedItems.Recognition, Posts.Answers(SeedItems.Recognition, Applicants.FamilyFarm()));
        var json = seen.ToJson();

        Assert.Equal(new AnswerValue.Number(120), seen.Find("scale"));
        Assert.Equal(new AnswerValue.Text("31"), seen.Find("person.education"));
        Assert.Equal(new AnswerValue.Text("city"), seen.Find("awards[0].level"));
        foreach (var hidden in new[] { "Qin Xiaohe", "450311199001010017", "13812345678", "450311100201", "Yanshan Village" })
            Assert.DoesNotContain(hidden, json, StringComparison.Ordinal);
    }

    [Fact]
    public void MaterialsOf_Recognition_AreThoseWithoutNames() =>
        Assert.Equal(["salesProof", "photos"], ExpertView.MaterialsOf(SeedItems.Recognition).Select(m => m.Code));
}
