using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Catalogue.Materials;
using Xunit;

namespace TalentPortal.Core.Tests.Catalogue;

public sealed class MaterialNeedTests
{
    [Fact]
    public void Of_FamilyFarm_NeedsProofOfScaleHouseholdsAndAwards() => Assert.Equal(
        ["portrait", "salesProof", "householdList", "photos", "award"],
        Needs(Posts.Answers(SeedItems.Recognition, Applicants.FamilyFarm())).Where(n => n.IsMissing).Select(n => n.Rule.Code));

    [Fact]
    public void Of_Teacher_IsNotAskedForSales()
    {
        var needs = Needs(Posts.Answers(SeedItems.Recognition, Applicants.Teacher()));

        Assert.Equal(["portrait", "photos"], needs.Where(n => n.IsNeeded).Select(n => n.Rule.Code));
        Assert.False(needs.Single(n => n.Rule.Code is "salesProof").IsShown);
        Assert.True(needs.Single(n => n.Rule.Code is "certificateCopy").IsShown);
    }

    private static IReadOnlyList<MaterialNeed> Needs(FormAnswers answers) =>
        MaterialNeed.Of(SeedItems.Recognition, new FormVisibility(SeedItems.Context(SeedItems.Recognition), answers));
}
