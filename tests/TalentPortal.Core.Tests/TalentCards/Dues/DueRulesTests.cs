using TalentPortal.Core.Applications;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Core.TalentCards.Dues;
using Xunit;

namespace TalentPortal.Core.Tests.TalentCards.Dues;

/// <summary>What is due: given, applied for, and neither had nor asked for, nor excluded by what is.</summary>
public sealed class DueRulesTests
{
    private static readonly BenefitEntitlement[] Card = [Given("visits", null), Given("living", null), Given("rent", "housing"), Given("flat", "housing")];
    private static readonly BenefitRoute[] Routes = [new("living", "RC1", IsNamed: true), new("rent", "RC1", IsNamed: true), new("flat", "RC2", IsNamed: false)];

    [Fact]
    public void Of_NothingAskedFor_IsAllThatIsAppliedFor() => Assert.Equal(["living", "rent", "flat"], Due());

    [Theory]
    [InlineData(ApplicationStatus.InReview)]
    [InlineData(ApplicationStatus.Approved)]
    public void Of_OneAskedForOrHad_LeavesOutThoseOfItsGroup(ApplicationStatus status) => Assert.Equal(["living"], Due(Asked("rent", status)));

    [Fact]
    public void Of_OneRefused_IsDueAgain() => Assert.Equal(["living", "rent", "flat"], Due(Asked("rent", ApplicationStatus.Refused)));

    private static IEnumerable<string> Due(params BenefitPerson[] standings) => DueRules.Of(Card, standings, Routes).Select(one => one.Entitlement.Benefit.Code);

    private static BenefitPerson Asked(string benefit, ApplicationStatus status) =>
        new() { Benefit = benefit, PersonId = Guid.Empty, Name = "", ApplicationCaseId = Guid.Empty, Status = status, Uses = 0 };

    private static BenefitEntitlement Given(string code, string? group) => new(new Benefit
    {
        Code = code,
        Name = LocalizedText.Empty,
        Summary = LocalizedText.Empty,
        Kind = BenefitKind.Allowance,
        Provider = LocalizedText.Empty,
        Payer = LocalizedText.Empty,
        ExclusionGroup = group,
    }, null, BenefitUnit.None, 1, Provenance.DefaultUnverified);
}
