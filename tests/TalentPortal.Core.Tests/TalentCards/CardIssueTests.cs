using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Cases;
using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Core.TalentCards.Cards;
using TalentPortal.Core.Tests.Reviews;
using TalentPortal.TestCommon.People;
using Xunit;

namespace TalentPortal.Core.Tests.TalentCards;

/// <summary>From the form to the card: through the workflow, on a real database.</summary>
public sealed class CardIssueTests(ReminderTests.QuietPortal portal) : IClassFixture<ReminderTests.QuietPortal>
{
    private readonly CardHolders holders = new(portal);

    [Fact]
    public async Task Granted_TheJobMakesTheCardWithNumberBasisConsentsAndMail()
    {
        var held = await holders.IssueAsync("\"degree\": \"3\", \"title\": \"associate-senior\"");
        Assert.Equal("Approved|D|Finished", await ScalarAsync(
            "select a.status || '|' || a.outcome_level || '|' || w.status from applications a join workflow_instances w on w.case_id = a.case_id where a.case_id = $1",
            held.ApplicationCaseId));
        Assert.Equal("Active|D|Title|associate-senior|2|1|true", await ScalarAsync(
            """
            select c.status || '|' || c.level || '|' || b.kind || '|' || b.code || '|'
              || (select count(*) from card_bases where case_id = c.case_id) || '|'
              || (select count(*) from card_numbers where case_id = c.case_id and number = c.number) || '|' || (b.material_id is not null)
            from talent_cards c join card_bases b on b.id = c.basis_id where c.case_id = $1
            """, held.CardId));
        Assert.Equal("card.venue.scenic ys-venue-garden,card.venue.scenic ys-venue-karst", await ScalarAsync(
            "select string_agg(c.purpose || ' ' || o.code, ',' order by o.code) from consents c join organisations o on o.id = c.recipient_id where c.case_id = $1", held.CardId));
        Assert.Equal("card-issued", await ScalarAsync("select string_agg(template, ',') from outbox_messages where case_id = $1", held.CardId));
        var number = CardNumber.Parse((string)(await ScalarAsync("select number from talent_cards where case_id = $1", held.CardId))!);
        Assert.StartsWith("4503114", number.Value.Value, StringComparison.Ordinal);
        Assert.Empty(await portal.Services.GetRequiredService<AuditVerifier>().VerifyAsync(CancellationToken.None));
    }

    [Fact]
    public async Task SecondApplication_OfAHolder_IsRefusedByTheDefinition()
    {
        var held = await holders.IssueAsync();
        var citizen = await holders.ApplyAsync(talent: held.Talent, citizenId: await CitizenOfAsync(held));
        await holders.GrantAsync(citizen.ApplicationCaseId);
        Assert.Equal("Refused", await ScalarAsync("select status from applications where case_id = $1", citizen.ApplicationCaseId));
        Assert.Equal(1L, await ScalarAsync("select count(*) from talent_cards where person_id = $1", held.Talent.PersonId!.Value));
    }

    [Fact]
    public async Task NoGround_EndsWithARefusalThatSaysWhy()
    {
        var applied = await holders.ApplyAsync(bases: "\"degree\": \"4\"");
        await holders.GrantAsync(applied.ApplicationCaseId);
        Assert.Equal("Refused|True", await ScalarAsync(
            "select status || '|' || case when outcome_reason <> '' then 'True' else '' end from applications where case_id = $1", applied.ApplicationCaseId));
        Assert.Equal(0L, await ScalarAsync("select count(*) from jobs where kind = 'cards.issue' and case_id = $1", applied.ApplicationCaseId));
    }

    [Fact]
    public void SeededCatalogue_HoldsForCardsIssuedToday()
    {
        var current = portal.Services.GetRequiredService<BenefitCatalogues>().Current;
        Assert.Equal(12, current.Catalogue.EntitlementsOf("D", DateOnly.FromDateTime(DateTime.UtcNow)).Single(one => one.Benefit.Code == "scenic").Limit);
        Assert.Null(current.Catalogue.EntitlementsOf("A", DateOnly.FromDateTime(DateTime.UtcNow)).Single(one => one.Benefit.Code == "scenic").Limit);
    }

    private async Task<string> CitizenOfAsync(HeldCard held)
    {
        var person = held.Talent.PersonId!.Value;
        var cipher = (byte[])(await ScalarAsync("select citizen_id_cipher from persons where id = $1", person))!;
        return portal.Services.GetRequiredService<TalentPortal.Core.Keys.FieldCipher>()
            .Decrypt(cipher, new TalentPortal.Core.Keys.FieldPlace("persons.citizen_id", person));
    }

    private Task<object?> ScalarAsync(string sql, Guid id) => portal.Database.ScalarAsync(sql, id);
}
