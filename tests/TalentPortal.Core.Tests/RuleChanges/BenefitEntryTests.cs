using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.RuleChanges;
using TalentPortal.Core.RuleChanges.Benefits;
using TalentPortal.Core.RuleChanges.Benefits.Entries;
using TalentPortal.Core.Standards.Codes;
using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Core.TalentCards.Dues;
using TalentPortal.TestCommon;
using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;
using Xunit;

namespace TalentPortal.Core.Tests.RuleChanges;

/// <summary>Levels, benefits and kinds of venues that are added, worded otherwise and retired in one draft, released by somebody else.</summary>
public sealed class BenefitEntryTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private static readonly LevelInput Guest = new(null, "G", "Guest talents", 6, CardTrack.Regional, "Document 7 (2026)");
    private static readonly VenueKindInput Cinema = new(null, "C", "Cinemas", "Y", "I agree.", null);

    private static readonly BenefitInput Film = new()
    {
        NameZh = "F",
        NameEn = "Free films",
        SummaryZh = "S",
        SummaryEn = "A film each month.",
        Kind = BenefitKind.Count,
        Period = BenefitPeriod.Month,
        VenueKinds = ["cinemas"],
        ProviderZh = "P",
        ProviderEn = "Cinemas",
        PayerZh = "P",
        PayerEn = "District",
        DocumentsZh = "I\nJ",
        DocumentsEn = "Ticket\nCard",
        Excludes = "with:gym",
        Levels = ["A", "guest-talents"],
        Amounts = new Dictionary<string, string?>(StringComparer.Ordinal) { ["A"] = "2" },
    };

    private RuleDesk Desk { get; } = new(portal);

    private BenefitCatalogues Catalogues => portal.Services.GetRequiredService<BenefitCatalogues>();

    [Fact]
    public async Task Release_OfEntries_IsTheNextVersion_AndCardsKeepTheirs()
    {
        var held = await new CardHolders(portal).IssueAsync("\"degree\": \"3\"");
        var before = Catalogues.Current;
        var draft = (await SaveAsync(null, (entries, actor, into) => entries.SaveAsync(actor, Guest, into, Desk.Begin(actor), default))).Value;
        draft = (await SaveAsync(draft, (entries, actor, into) => entries.SaveAsync(actor, Cinema, into, Desk.Begin(actor), default))).Value;
        draft = (await SaveAsync(draft, (entries, actor, into) => entries.SaveAsync(actor, Film, into, Desk.Begin(actor), default))).Value;
        Assert.IsType<BenefitVenueKindUsed>((await RetireAsync(draft, BenefitEntryKind.VenueKind, "cinemas")).Refusal);
        Assert.IsType<BenefitVenueKindUsed>((await RestoreAsync(draft, BenefitEntryKind.VenueKind, "cinemas")).Refusal);
        draft = (await RetireAsync(draft, BenefitEntryKind.Level, "E", "D")).Value;
        draft = (await RetireAsync(draft, BenefitEntryKind.Benefit, "bus")).Value;

        Assert.IsType<RuleNotPermitted>((await Desk.ReleaseAsync(draft, RuleDesk.Admin)).Refusal);
        Assert.True((await Desk.ReleaseAsync(draft)).Succeeded);
        var now = Catalogues.Current.Catalogue;
        var guest = now.FindLevel("guest-talents")!;
        Assert.Equal((5, 9, Provenance.SourceDocument, "Document 7 (2026)"), (guest.Rank, guest.Digit, guest.Provenance, guest.Source));
        Assert.Equal([.. Enumerable.Range(1, 8)], now.Levels.Select(level => level.Rank));
        Assert.Equal(Provenance.DefaultUnverified, now.FindVenueKind("cinemas")!.Provenance);
        var film = now.FindBenefit("free-films")!;
        Assert.Equal((2, "Card", "gym", "gym"), (film.Documents.Count, film.Documents[1].En, film.ExclusionGroup, now.FindBenefit("gym")!.ExclusionGroup));
        Assert.Equal((2m, null), (now.FindGrant("free-films", "A")!.Value!.Value, now.FindGrant("free-films", "guest-talents")!.Value));
        Assert.Equal((null, null, "D"), (now.FindLevel("E"), now.FindBenefit("bus"), now.LevelOf(BasisKind.Degree, "3")!.Code));
        Assert.DoesNotContain(now.Grants, grant => grant.Benefit == "bus" || grant.Levels.Contains("E"));
        Assert.Equal(before.Id, await portal.Database.ScalarAsync("select catalogue_version_id from talent_cards where case_id = $1", held.CardId));
        Assert.NotNull(before.Catalogue.FindLevel("E"));

        // What was retired gives neither its code nor its digit to another one.
        var again = await SaveAsync(null, (entries, actor, into) => entries.SaveAsync(
            actor, new LevelInput(null, "E", "E", 1, CardTrack.Regional, null), into, Desk.Begin(actor), default));
        var second = BenefitContent.Read(again.Value).Entries.Levels.Single().Now!;
        Assert.Equal(("e-2", 0), (second.Code, second.Digit));
        Assert.IsType<BenefitNoDigit>((await SaveAsync(again.Value, (entries, actor, into) => entries.SaveAsync(
            actor, new LevelInput(null, "T", "Tenth", 1, CardTrack.Rural, null), into, Desk.Begin(actor), default))).Refusal);
        Assert.IsType<BenefitNothingElse>((await RestoreAsync(again.Value, BenefitEntryKind.Level, "e-2")).Refusal);
        Assert.True((await Desk.DiscardAsync(again.Value)).Succeeded);
    }

    [Theory]
    [InlineData(BenefitKind.Count, "A", "-3", "Amounts[A]", nameof(RuleValueTooSmall))]
    [InlineData(BenefitKind.Count, "A", "99999999", "Amounts[A]", nameof(RuleValueTooLarge))]
    [InlineData(BenefitKind.Discount, "A", "", "Amounts[A]", nameof(BenefitAmountMissing))]
    [InlineData(BenefitKind.Discount, "A", "100", "Amounts[A]", nameof(BenefitPercentOutside))]
    [InlineData(BenefitKind.Allowance, "A", "0", "Amounts[A]", nameof(RuleValueTooSmall))]
    [InlineData(BenefitKind.GreenLane, "A", "5", "Amounts[A]", nameof(BenefitAmountUnneeded))]
    [InlineData(BenefitKind.Count, "B", "5", "Amounts[A]", nameof(BenefitAmountUnticked))]
    [InlineData(BenefitKind.Count, "Z", "", "Levels", nameof(BenefitGivenToNobody))]
    [InlineData(BenefitKind.Entitlement, "A", "", "ServiceItem", nameof(BenefitServiceMissing))]
    public void Apply_AmountsAndKinds_AreRefusedAtTheirFields(BenefitKind kind, string level, string amount, string field, string refusal) =>
        Refused(Plain with { Kind = kind, Levels = [level], Amounts = new Dictionary<string, string?>(StringComparer.Ordinal) { ["A"] = amount } }, field, refusal);

    [Fact]
    public async Task Release_OfANewAllowance_CanBeAppliedFor()
    {
        var stipend = Film with
        {
            NameZh = "T",
            NameEn = "Study stipend",
            Kind = BenefitKind.Allowance,
            VenueKinds = [],
            Excludes = null,
            Levels = ["A"],
            Amounts = new Dictionary<string, string?>(StringComparer.Ordinal) { ["A"] = "300" },
        };
        var draft = (await SaveAsync(null, (entries, actor, into) => entries.SaveAsync(actor, stipend, into, Desk.Begin(actor), default))).Value;
        var codes = portal.Services.GetRequiredService<CodeTables>();
        Assert.Null(codes[BenefitCatalogues.AllowanceCodes].Find("study-stipend"));

        Assert.True((await Desk.ReleaseAsync(draft)).Succeeded);
        Assert.Equal(300m, Catalogues.Current.Catalogue.FindGrant("study-stipend", "A")!.Value);
        Assert.Equal("Study stipend", codes[BenefitCatalogues.AllowanceCodes].Find("study-stipend", Desk.Today)!.En);
        var route = portal.Services.GetRequiredService<BenefitRoutes>().Current.Single(one => one.Benefit == "study-stipend");
        Assert.True(route.IsNamed);
    }

    [Fact]
    public void Apply_WhatDoesNotFit_IsRefusedAtItsField()
    {
        Refused(Plain with { Period = null }, "Period", nameof(BenefitPeriodMissing));
        Refused(Plain with { Kind = BenefitKind.Discount }, "Period", nameof(BenefitPeriodUnneeded));
        Refused(Plain with { VenueKinds = [] }, "VenueKinds", nameof(BenefitVenuesMissing));
        Refused(Plain with { VenueKinds = ["moon"] }, "VenueKinds", nameof(BenefitVenueKindUnknown));
        Refused(Plain with { Excludes = "group:nothing" }, "Excludes", nameof(BenefitGroupUnknown));
        Refused(Plain with { Excludes = "with:nothing" }, "Excludes", nameof(BenefitGroupUnknown));
        Refused(Plain with { ServiceItem = "talent-card" }, "ServiceItem", nameof(BenefitServiceUnneeded));
        Refused(Plain with { Kind = BenefitKind.Entitlement, ServiceItem = "nowhere" }, "ServiceItem", nameof(BenefitServiceUnknown));
        Refused(Plain with { NameEn = "free BUSES" }, "NameEn", nameof(BenefitNameTaken));
        Refused(Plain with { SummaryZh = " " }, "SummaryZh", nameof(RuleWordingMissing));
        Refused(Plain with { DocumentsEn = "Ticket" }, "DocumentsEn", nameof(BenefitDocumentsDiffer));
        Refused(Plain with { ValidFrom = new DateOnly(2027, 1, 2), ValidTo = new DateOnly(2027, 1, 1) }, "ValidTo", nameof(BenefitDaysReversed));
        Refused(Plain with { Kind = null }, "Kind", nameof(BenefitChoiceMissing));
        Refused(Plain with { Code = "bus", Kind = BenefitKind.Discount, Period = null }, "Kind", nameof(BenefitKindKept));
    }

    [Fact]
    public void Order_OfLevels_IsKeptAsOne_AndAnUnchangedEntrySaysNothing()
    {
        var seeded = Seeded();
        var moved = new LevelInput("D", "D 2", "Class D two", 1, CardTrack.Regional, null).Apply(BenefitText.Empty, seeded).Value;
        Assert.Equal(["D", "A", "B"], moved.Entries.Over(seeded.Newest, Provenance.DefaultUnverified).Levels.Take(3).Select(level => level.Code));
        var level = seeded.Newest.FindLevel("D")!;
        var back = new LevelInput("D", level.Name.Zh, level.Name.En, 4, level.Track, null).Apply(moved, seeded).Value;
        Assert.True(back.Entries.IsEmpty);
        Assert.IsType<RuleOutdated>(new LevelInput("Z", "Z", "Z", 1, CardTrack.Rural, null).Apply(BenefitText.Empty, seeded).Refusal);
        var wrong = Assert.IsType<RuleValuesInvalid>(new LevelInput(null, "", "Class A", 99, null, null).Apply(BenefitText.Empty, seeded).Refusal).Values;
        Assert.Equal(["NameEn", "NameZh", "Place", "Track"], wrong.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Retire_TheOnlyLevelOfABenefit_IsRefused()
    {
        var seeded = Seeded();
        var then = seeded.Then with { Grants = [.. seeded.Then.Grants.Where(grant => grant.Benefit != "bus"), seeded.Then.Grants.First(grant => grant.Benefit == "bus") with { Levels = ["A"] }] };
        var refused = EntryRetiring.Retire(BenefitText.Empty, seeded with { Then = then }, BenefitEntryKind.Level, "A", movesTo: null);
        Assert.Equal("Free buses", Assert.Single(Assert.IsType<BenefitOnlyForLevel>(refused.Refusal).Benefits).En);
        Assert.IsType<BenefitLevelUnknown>(EntryRetiring.Retire(BenefitText.Empty, seeded, BenefitEntryKind.Level, "E", "E").Refusal);
        Assert.IsType<BenefitLastLevel>(EntryRetiring.Retire(BenefitText.Empty, seeded with { Then = then with { Levels = [then.Levels[0]] } }, BenefitEntryKind.Level, "A", null).Refusal);
    }

    private static BenefitInput Plain => Film with { VenueKinds = ["scenic"], Excludes = "", Levels = ["A"] };

    private static CatalogueHistory Seeded()
    {
        var seeded = BenefitCatalogueReader.Read(File.ReadAllText(Path.Combine(Repository.Root, "seed-data", "cards", "benefits-1.json")), "benefits-1.json");
        return new CatalogueHistory(seeded, seeded, [seeded]);
    }

    private static void Refused(BenefitInput input, string field, string refusal)
    {
        var values = Assert.IsType<RuleValuesInvalid>(new BenefitReading(input, Seeded(), key => key == "talent-card").Apply(BenefitText.Empty).Refusal).Values;
        Assert.Equal(refusal, values[field].Key);
    }

    private Task<Result<RuleChange>> RetireAsync(RuleChange draft, BenefitEntryKind kind, string code, string? movesTo = null) =>
        SaveAsync(draft, (entries, actor, into) => entries.RetireAsync(actor, kind, code, movesTo, into, Desk.Begin(actor), default));

    private Task<Result<RuleChange>> RestoreAsync(RuleChange draft, BenefitEntryKind kind, string code) =>
        SaveAsync(draft, (entries, actor, into) => entries.RestoreAsync(actor, kind, code, into, Desk.Begin(actor), default));

    private async Task<Result<RuleChange>> SaveAsync(RuleChange? draft, Func<BenefitEntryChanges, Core.Accounts.Actor, BenefitDraft, Task<Result<RuleChange>>> save)
    {
        var actor = await new TestPeople(portal.Services).DemoAsync(RuleDesk.Admin);
        var into = new BenefitDraft(draft?.Id, draft?.Revision ?? 0, draft is null ? RuleDesk.From(Desk.Today) : null);
        return await Desk.UseAsync<BenefitEntryChanges, RuleChange>(entries => save(entries, actor, into));
    }
}
