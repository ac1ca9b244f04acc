using Npgsql;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Core.TalentCards.Cards;

namespace TalentPortal.Core.Allowances.Granting;

/// <summary>Whether a person may have an allowance: asked at the hand-in and again at the grant.</summary>
public sealed class AllowanceClaims(BenefitCatalogues catalogues, IEnumerable<BenefitsHeld> held, PortalTimeZone zone)
{
    /// <summary>Key of the service item.</summary>
    public const string ServiceItem = "talent-allowance";

    /// <summary>The answer that names the benefit.</summary>
    public const string BenefitField = "benefit";

    /// <summary>The answer that names the bank.</summary>
    public const string BankField = "bank";

    /// <summary>The answer that holds the account.</summary>
    public const string AccountField = "account";

    private const string HolderField = "accountHolder";
    private const string NameField = "person.name";

    /// <summary>Shared until the transaction ends: whoever changes the card waits, and then finds what was granted by it.</summary>
    private const string CardSql =
        "select case_id, level, catalogue_version_id, status, expires_on from talent_cards where person_id = $1 and status <> 'Cancelled' for share";

    private const string OwnSql = "select benefit from allowances where person_id = $1 and status = 'Active' and case_id <> $2";

    /// <summary>Why an application cannot be handed in; null when it can.</summary>
    public async ValueTask<Refusal?> CheckAsync(
        CaseWork work, ServiceItem item, Application named, FormAnswers answers, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(named);
        ArgumentNullException.ThrowIfNull(answers);
        if (item.Key != ServiceItem) return null;
        if (named.SubjectPersonId is not { } person) return new AllowanceNeedsCard();
        if (Text(answers, HolderField)?.Trim() != Text(answers, NameField)?.Trim()) return new AllowanceAccountNotOwn();
        var claim = await FindAsync(work, person, Text(answers, BenefitField) ?? "", ct);
        return claim.Refusal;
    }

    /// <summary>What a person may be granted of a benefit.</summary>
    internal async Task<Result<AllowanceClaim>> FindAsync(CaseWork work, Guid person, string benefit, CancellationToken ct)
    {
        var today = zone.DateOf(work.Now);
        if (await CardAsync(work, person, today, ct) is not var (card, level, versionId)) return new AllowanceNeedsCard();
        var catalogue = (await catalogues.VersionAsync(versionId, ct)).Catalogue;
        var entitlement = catalogue.EntitlementsOf(level, today)
            .FirstOrDefault(one => one.Benefit.Code == benefit && one.Benefit.Kind is BenefitKind.Allowance);
        if (entitlement is null) return new AllowanceNotOfLevel(catalogue.FindLevel(level)!.Name);
        foreach (var source in held)
        {
            foreach (var code in await source(work, person, ct))
            {
                if (code == benefit) return new AllowanceHeldAlready();
                if (catalogue.FindBenefit(code) is { ExclusionGroup: { } group } other && group == entitlement.Benefit.ExclusionGroup)
                    return new AllowanceExcluded(other.Name);
            }
        }

        return new AllowanceClaim(card, level, versionId, entitlement);
    }

    /// <summary>The allowances that a person has, the one of the case at hand apart.</summary>
    internal static async Task<IReadOnlyList<string>> OwnAsync(CaseWork work, Guid personId, CancellationToken ct)
    {
        await using var command =
            new NpgsqlCommand(OwnSql, work.Connection) { Parameters = { CaseBatch.Uuid(personId), CaseBatch.Uuid(work.CaseId) } };
        await using var reader = await command.ExecuteReaderAsync(ct);
        var codes = new List<string>();
        while (await reader.ReadAsync(ct)) codes.Add(reader.GetString(0));
        return codes;
    }

    /// <summary>A lost number takes nothing away from its holder; a suspended or expired card gives nothing.</summary>
    private static async Task<(Guid Card, string Level, Guid VersionId)?> CardAsync(
        CaseWork work, Guid person, DateOnly today, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(CardSql, work.Connection) { Parameters = { CaseBatch.Uuid(person) } };
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct)) return null;
        var status = Enum.Parse<CardStatus>(reader.GetString(3));
        if (status is not (CardStatus.Active or CardStatus.Lost) || reader.GetFieldValue<DateOnly>(4) < today) return null;
        return (reader.GetGuid(0), reader.GetString(1), reader.GetGuid(2));
    }

    private static string? Text(FormAnswers answers, string path) => (answers.Find(path) as AnswerValue.Text)?.Value;
}
