using System.Globalization;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Parties;
using TalentPortal.Core.Standards;
using TalentPortal.Core.Standards.Codes;
using TalentPortal.Core.Standards.Organisations;
using TalentPortal.Core.Standards.Parameters;
using TalentPortal.TestCommon;
using Xunit;

namespace TalentPortal.Core.Tests.Seeding;

public sealed class SeedDataTests
{
    private static readonly DateOnly On = new(2026, 4, 8);
    private static readonly CodeTables Tables = CodeTables.Load(Folder("code-tables"));
    private static readonly ParameterTable Parameters = ParameterTable.Load(Folder("parameters"));
    private static readonly SeedDocument<OrganisationSeed> Organisations =
        OrganisationSeeds.Read(Path.Combine(Folder("organisations"), "organisations.json"));

    [Fact]
    public void EthnicGroups_AreFiftySixAndTwo()
    {
        var items = Tables["ethnic-groups"].Items;

        Assert.Equal(58, items.Count);
        Assert.All(items.Take(56).Index(), i => Assert.Equal((i.Index + 1).ToString("00", CultureInfo.InvariantCulture), i.Item.Code));
        Assert.Equal(("Zhuang", "ZH"), (items[7].En, items[7].Attributes["letters"]));
        Assert.Equal(("Yao", "YA"), (items[12].En, items[12].Attributes["letters"]));
    }

    [Fact]
    public void EveryLabel_IsInBothLanguages() => Assert.All(
        Tables.Names.SelectMany(n => Tables[n].Items),
        item => Assert.True(item.Zh.Any(c => c > 0x7F) && item.En.All(c => c < 0x2100), item.Code));

    [Fact]
    public void EveryTalentCategory_HasATradeDepartmentAmongTheOrganisations()
    {
        var units = Organisations.Items.ToDictionary(o => o.Code, StringComparer.Ordinal);
        var departments = Tables["trade-departments"];

        Assert.Equal(5, Tables["talent-categories"].ChildrenOf(parent: null, On).Count());
        Assert.All(Tables["talent-categories"].Items, category =>
        {
            var row = departments.Find(category.Code) ?? departments.Find(category.Parent!);
            Assert.Equal("department", units[row!.Attributes["organisation"]].Kind);
        });
        Assert.All(departments.Items, row => Assert.NotNull(Tables["talent-categories"].Find(row.Code)));
    }

    [Fact]
    public void AttributesThatNameCodes_NameKnownOnes()
    {
        Assert.All(Tables["document-types"].Items, i => Assert.NotNull(Tables["trust-levels"].Find(i.Attributes["trust"])));
        Assert.All(
            Tables["professional-titles"].Items.Where(i => i.Parent is not null),
            i => Assert.NotNull(Tables["title-grades"].Find(i.Attributes["grade"])));
    }

    [Fact]
    public void RuralRegions_HaveFiveTownsWithVillages()
    {
        var regions = Tables["rural-regions"];
        var towns = regions.ChildrenOf("450311", On).ToList();

        Assert.Equal(["450311001", "450311100", "450311101", "450311200", "450311201"], towns.Select(t => t.Code), StringComparer.Ordinal);
        Assert.All(towns, town => Assert.True(regions.ChildrenOf(town.Code, On).Count() >= 3));
        Assert.All(regions.Items, i => Assert.StartsWith(i.Parent ?? "450311", i.Code, StringComparison.Ordinal));
        Assert.All(regions.Items.Where(i => i.Code.Length == 12), i => Assert.Equal(Provenance.DefaultUnverified, i.Provenance));
    }

    [Fact]
    public void Organisations_FitTheHouse()
    {
        var regions = Tables["rural-regions"];

        Assert.All(Organisations.Items, o =>
        {
            Assert.True(Enum.TryParse<OrganisationKind>(o.Kind, ignoreCase: true, out _), o.Kind);
            Assert.NotNull(regions.Find(o.Region));
            Assert.Equal(Provenance.DefaultUnverified, o.Contact?.Provenance);
        });
        Assert.All(Organisations.Items.Where(o => o.CreditCode is not null), o => Assert.Null(CreditCode.Parse(o.CreditCode).Value.Warn()));
        Assert.Equal(5, Organisations.Items.Count(o => o.Kind is "town"));
        Assert.Equal("party", Organisations.Items.Single(o => o.Kind is "leadingGroup").DecidingBodyKind);
        Assert.All(Organisations.Items.Where(o => o.Kind is "department"), o => Assert.Equal("government", o.DecidingBodyKind));
    }

    [Fact]
    public void Parameters_AreThereOnToday_AndNoneClaimsApproval()
    {
        Assert.Equal([5, 20, 10], Ints("clock.acceptDays", "clock.decideDays", "clock.extendDays"));
        Assert.Equal([85, 70, 60], Ints("recog.cutSenior", "recog.cutIntermediate", "recog.cutJunior"));
        Assert.Equal(new LightRule(0.30m, 2), LightRule.From(Parameters, On));
        Assert.Empty(Parameters.Words("calendar.regionalLayers", On));
        Assert.All(Parameters.All, p => Assert.Null(p.ApprovedBy));
    }

    /// <summary>The promise told to applicants is the sum of the steps that run on its clock.</summary>
    [Fact]
    public void Parameters_PromiseIsTheSumOfItsSteps() => Assert.Equal(
        Parameters.Int("recog.promiseDays", On),
        Ints("recog.step.townCheckDays", "recog.step.departmentCheckDays", "recog.step.jointCheckDays", "recog.step.approvalDays").Sum());

    [Fact]
    public void IdentityDocuments_AreThoseThePortalChecks() => Assert.Equal(
        Enum.GetNames<IdentityDocumentKind>().Select(System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName),
        Tables["identity-documents"].Items.Select(i => i.Code), StringComparer.Ordinal);

    private static IEnumerable<int> Ints(params string[] keys) => keys.Select(key => Parameters.Int(key, On));

    private static string Folder(string name) => Path.Combine(Repository.Root, "seed-data", name);
}
