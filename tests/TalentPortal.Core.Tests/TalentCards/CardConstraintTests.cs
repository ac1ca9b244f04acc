using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TalentPortal.Core.Seeding;
using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Core.TalentCards.Issuing;
using TalentPortal.Core.Tests.Reviews;
using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;
using Xunit;

namespace TalentPortal.Core.Tests.TalentCards;

/// <summary>What the database itself refuses, whoever asks it; and what a second load of the files does: nothing.</summary>
public sealed class CardConstraintTests(ReminderTests.QuietPortal portal) : IClassFixture<ReminderTests.QuietPortal>
{
    private readonly CardHolders holders = new(portal);

    [Theory]
    [InlineData("update talent_cards set status = 'Lost' where case_id = $1")]
    [InlineData("update talent_cards set number_dead = true where case_id = $1")]
    [InlineData("update talent_cards set expires_on = issued_on - 1 where case_id = $1")]
    [InlineData("update talent_cards set number = '123' where case_id = $1")]
    [InlineData("update talent_cards set status = 'Offered' where case_id = $1")]
    [InlineData("update card_bases set kind = 'Recognition' where case_id = $1")]
    [InlineData("update card_bases set valid_to = valid_from - 1 where case_id = $1")]
    [InlineData("update card_actions set kind = 'LevelChanged', level_before = null where case_id = $1")]
    [InlineData("update card_actions set kind = 'Given' where case_id = $1")]
    [InlineData("insert into card_numbers values ('12', $1, '2026-01-01Z')")]
    public async Task Check_IsHeld(string sql) => Assert.Equal(PostgresErrorCodes.CheckViolation, await RefusedAsync(sql));

    [Theory]
    [InlineData("insert into card_numbers select number, case_id, given_at from card_numbers where case_id = $1")]
    [InlineData("insert into talent_cards select (select case_id from applications where case_id not in (select case_id from talent_cards) limit 1), person_id, application_case_id, number, number_dead, level, basis_id, catalogue_version_id, status, issued_on, expires_on, photo_material_id, stopped_at, revision from talent_cards where case_id = $1")]
    public async Task Unique_IsHeld(string sql) => Assert.Equal(PostgresErrorCodes.UniqueViolation, await RefusedAsync(sql));

    [Theory]
    [InlineData("update benefit_catalogue_versions set version = 9 where $1::uuid is not null")]
    [InlineData("delete from benefit_grants where $1::uuid is not null")]
    public async Task PublishedVersion_StaysAsItIs(string sql) => Assert.Equal("42501", await RefusedAsync(sql));

    [Fact]
    public async Task OneHeldCardAPerson_IsTheDatabasesWordToo()
    {
        var held = await holders.IssueAsync();
        var (first, second) = (await holders.ApplyAsync(), portal.Services.GetRequiredService<CardIssuing>());
        var catalogues = portal.Services.GetRequiredService<BenefitCatalogues>();
        var order = new CardOrder(held.Talent.PersonId!.Value, held.Talent.UserId, 1, catalogues.Current.Id,
            [new Core.TalentCards.Cards.FoundBasis(BasisKind.Degree, "2", "C", 3, null, null, null)], null, []);
        var issued = await second.IssueAsync(Guid.NewGuid(), first.ApplicationCaseId, order, holders.Begin("CardIssuing", held.Talent), default);
        Assert.IsType<Core.TalentCards.CardHeldAlready>(issued.Refusal);
    }

    [Fact]
    public async Task Recognised_TheJobOffersTheCardOnce_AndNotToWhoHoldsOne()
    {
        var journey = await Journey.BeginAsync(portal);
        await journey.ReachDistrictNoticeAsync();
        await journey.PassDaysAsync(5);
        await portal.RunJobsAsync();
        Assert.Equal($"1|{journey.Talent.UserId}", await journey.ScalarAsync(
            "select count(*) || '|' || min(recipient_id::text) from outbox_messages where case_id = $1 and template = 'card-offer'"));
        var actor = await journey.ActorAsync(journey.Talent.UserId);
        var card = await holders.IssueAsync(bases: "", actor, journey.CitizenId);
        Assert.Equal("Recognition", await portal.Database.ScalarAsync(
            "select b.kind from talent_cards t join card_bases b on b.id = t.basis_id where t.case_id = $1", card.CardId));
        Assert.True((await portal.Services.GetRequiredService<CardOffers>().OfferAsync(journey.CaseId, journey.Begin("CardOffering", actor), default)).Succeeded);
        Assert.Equal(1L, await journey.ScalarAsync("select count(*) from outbox_messages where case_id = $1 and template = 'card-offer'"));
    }

    [Fact]
    public async Task SeededTwice_NothingChanges()
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var seeder = scope.ServiceProvider.GetServices<ISeeder>().OfType<BenefitCatalogueSeeder>().Single();
        await seeder.SeedAsync(default);
        Assert.Equal(1L, await portal.Database.ScalarAsync("select count(*) from benefit_catalogue_versions"));
        var catalogue = portal.Services.GetRequiredService<BenefitCatalogues>().Current.Catalogue;
        var rows = catalogue.Grants.Sum(grant => grant.Levels.Count);
        Assert.Equal((long)rows, await portal.Database.ScalarAsync("select count(*) from benefit_grants"));
    }

    private async Task<string> RefusedAsync(string sql)
    {
        var held = await portal.Database.ScalarAsync("select case_id from talent_cards limit 1") as Guid? ?? (await holders.IssueAsync()).CardId;
        return (await Assert.ThrowsAsync<PostgresException>(() => portal.Database.ScalarAsync(sql, held))).SqlState;
    }
}
