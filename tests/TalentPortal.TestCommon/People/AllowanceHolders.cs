using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Allowances;
using TalentPortal.Core.Allowances.Conditions;
using TalentPortal.Core.Allowances.Payments;
using TalentPortal.Core.Allowances.Standing;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Keys;
using TalentPortal.TestCommon.Portals;
using Xunit;

namespace TalentPortal.TestCommon.People;

/// <summary>Allowances, made through the real services with the accounts of the demonstration.</summary>
/// <param name="portal">Where.</param>
public sealed class AllowanceHolders(PortalFactory portal)
{
    /// <summary>An account that passes the check of card numbers.</summary>
    public const string Account = "6222021234567890128";

    /// <summary>Another one.</summary>
    public const string OtherAccount = "6228480402564890018";

    /// <summary>Cards and what is done with them.</summary>
    public CardHolders Cards { get; } = new(portal);

    /// <summary>A card holder is granted an allowance: applied, accepted, checked, decided.</summary>
    /// <returns>The card, and the allowance's case.</returns>
    public async Task<(HeldCard Card, Guid AllowanceId)> GrantAsync(string benefit = "living-allowance", HeldCard? card = null)
    {
        card ??= await Cards.IssueAsync();
        var applied = await ApplyAsync(card, benefit);
        Assert.True(applied.Succeeded, applied.Refusal is AnswersInvalid invalid
            ? string.Join("; ", invalid.Errors.Select(error => $"{error.Path}: {error.Refusal}")) : applied.Refusal?.ToString());
        await DecideAsync(applied.Value);
        return (card, applied.Value);
    }

    /// <summary>A card holder applies.</summary>
    public async Task<Result<Guid>> ApplyAsync(HeldCard card, string benefit = "living-allowance", string holder = "Qin Xiaohe")
    {
        ArgumentNullException.ThrowIfNull(card);
        using var answers = JsonDocument.Parse($$"""
            { "person": { "name": "Qin Xiaohe", "citizenId": "{{await CitizenIdAsync(card.Talent)}}", "phone": "13812345678" }, "employer": "Yanshan Fruit Ltd",
              "benefit": "{{benefit}}", "accountHolder": "{{holder}}", "bank": "Guilin Bank, Yanshan", "account": "{{Account}}", "commitment": true }
            """);
        var proof = await Cards.UploadAsync(card.Talent, benefit == "rent-allowance" ? "tenancy" : "insurance");
        var result = await portal.Services.GetRequiredService<SubmissionService>().SubmitAsync(card.Talent,
            new DirectSubmission("talent-allowance", answers.RootElement, [proof], OnBehalfBasis: null), Cards.Begin("ApplicationSubmitting", card.Talent), default);
        return result.Succeeded ? result.Value.CaseId : result.Refusal;
    }

    /// <summary>The office accepts, checks the conditions and decides.</summary>
    public async Task DecideAsync(Guid caseId)
    {
        await Cards.DecideAsync(caseId, "accept", "Accept");
        await Cards.DecideAsync(caseId, "conditions", "Pass", """{ "employed": true, "insured": true }""");
        await Cards.DecideAsync(caseId, "decide", "Approve");
    }

    /// <summary>The talent office.</summary>
    public Task<Actor> OfficeAsync() => new TestPeople(portal.Services).DemoAsync("office@demo");

    /// <summary>Who releases payments beside it.</summary>
    public Task<Actor> LeaderAsync() => new TestPeople(portal.Services).DemoAsync("leader@demo");

    /// <summary>What is known of an allowance.</summary>
    public async Task<AllowanceFacts> FactsAsync(Guid allowanceId)
    {
        await using var connection = await portal.Database.DataSource.OpenConnectionAsync();
        return (await portal.Services.GetRequiredService<AllowanceBooks>().ReadAsync(connection, [allowanceId], default)).Single();
    }

    /// <summary>The instalments of an allowance as of today.</summary>
    public async Task<IReadOnlyList<InstalmentStanding>> InstalmentsAsync(Guid allowanceId)
    {
        var today = portal.Services.GetRequiredService<PortalTimeZone>().Today;
        return (await FactsAsync(allowanceId)).Instalments(today, portal.Services.GetRequiredService<AllowanceTerms>().HighestPayment(today));
    }

    /// <summary>The office enters for every period that nobody looked at that its conditions were met.</summary>
    public async Task FulfilAsync(Guid allowanceId)
    {
        var office = await OfficeAsync();
        foreach (var one in await InstalmentsAsync(allowanceId))
        {
            if (one.Held is not HoldReason.NotRecorded) continue;
            var entered = await portal.Services.GetRequiredService<AllowanceDesk>().EnterAsync(office, allowanceId,
                new ConditionEntering(one.Instalment.From, Employed: true, InsuranceMonths: 1, "List of the insurance office"), Cards.Begin("ConditionEntering", office), default);
            Assert.True(entered.Succeeded, entered.Refusal?.ToString());
        }
    }

    /// <summary>An allowance that ends on the day of its grant, so that its one instalment is due, and held as nobody recorded its conditions.</summary>
    public async Task<(HeldCard Card, Guid AllowanceId)> HeldAsync(string benefit = "living-allowance", HeldCard? card = null)
    {
        var granted = await GrantAsync(benefit, card);
        var office = await OfficeAsync();
        var today = portal.Services.GetRequiredService<PortalTimeZone>().Today;
        var ended = await portal.Services.GetRequiredService<AllowanceDesk>().EndAsync(
            office, granted.AllowanceId, today, "Moved away", revision: 0, Cards.Begin("AllowanceEnding", office), default);
        Assert.True(ended.Succeeded, ended.Refusal?.ToString());
        return granted;
    }

    /// <summary>The same, its conditions recorded, in a batch that waits for its release.</summary>
    /// <returns>The batch.</returns>
    public async Task<Guid> BatchAsync(string benefit = "living-allowance", HeldCard? card = null)
    {
        var (_, id) = await HeldAsync(benefit, card);
        var (office, today) = (await OfficeAsync(), portal.Services.GetRequiredService<PortalTimeZone>().Today);
        await FulfilAsync(id);
        var made = await portal.Services.GetRequiredService<PaymentBatches>().MakeAsync(office, today, Cards.Begin("PaymentBatchMaking", office), default);
        Assert.True(made.Succeeded, made.Refusal?.ToString());
        return made.Value;
    }

    private async Task<string> CitizenIdAsync(Actor talent)
    {
        var person = talent.PersonId!.Value;
        var cipher = (byte[])(await portal.Database.ScalarAsync("select citizen_id_cipher from persons where id = $1", person))!;
        return portal.Services.GetRequiredService<FieldCipher>().Decrypt(cipher, new FieldPlace("persons.citizen_id", person));
    }
}
