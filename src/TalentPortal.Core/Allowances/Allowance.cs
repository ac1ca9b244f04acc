using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.TalentCards.Benefits;

namespace TalentPortal.Core.Allowances;

/// <summary>
/// What a card holder is paid: granted on an application, whose case it shares. Amount, schedule and conditions stay as they were granted;
/// the card says each time whether it still gives them.
/// </summary>
public sealed record Allowance
{
    /// <summary>Key, shared with the application's case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Who gets it.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>The card that gives it.</summary>
    public required Guid CardId { get; init; }

    /// <summary>The version of the benefit catalogue that it was granted under.</summary>
    public required Guid CatalogueVersionId { get; init; }

    /// <summary>The card's level at the grant.</summary>
    public required string Level { get; init; }

    /// <summary>Code of the benefit.</summary>
    public required string Benefit { get; init; }

    /// <summary>Of the benefits that share a group a holder has one at a time.</summary>
    public string? ExclusionGroup { get; init; }

    /// <summary>Yuan a period.</summary>
    public required decimal Amount { get; init; }

    /// <summary>Which period; null where it comes once.</summary>
    public BenefitPeriod? Period { get; init; }

    /// <summary>Over how many periods the amount is had.</summary>
    public required int Every { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly FromOn { get; init; }

    /// <summary>Last day that the benefit itself has; null: without end.</summary>
    public DateOnly? UntilOn { get; init; }

    /// <summary>What is paid for periods that are not whole.</summary>
    public required PartialPeriod Partial { get; init; }

    /// <summary>Whether the holder must work in the district.</summary>
    public required bool NeedsEmployment { get; init; }

    /// <summary>For how many months of a period social insurance must have been paid.</summary>
    public required int InsuranceMonths { get; init; }

    /// <summary>Name of the bank.</summary>
    public required string Bank { get; init; }

    /// <summary>The account, encrypted.</summary>
    public required byte[] AccountCipher { get; init; }

    /// <summary>The account as shown.</summary>
    public required string AccountMasked { get; init; }

    /// <summary>Counts accounts: a payment that came back waits for another one.</summary>
    public required int AccountVersion { get; init; }

    /// <summary>Where it stands.</summary>
    public AllowanceStatus Status { get; init; } = AllowanceStatus.Active;

    /// <summary>The last day, where it ended.</summary>
    public DateOnly? EndedOn { get; init; }

    /// <summary>Why it ended.</summary>
    public string EndReason { get; init; } = "";

    /// <summary>Counts changes; two officers who edit at once are told.</summary>
    public int Revision { get; init; }

    internal static SpineTable<Allowance> Table { get; } = new("allowances", 72,
        new SpineTableOptions { Key = [nameof(CaseId)], Revision = nameof(Revision), Audited = true });

    /// <summary>It is over; its last day may lie before today, never before the eve of its first.</summary>
    public Result<Allowance> End(DateOnly on, string reason)
    {
        if (Status is AllowanceStatus.Ended) return new AllowanceEndedAlready(EndedOn!.Value);
        return this with { Status = AllowanceStatus.Ended, EndedOn = on < FromOn ? FromOn.AddDays(-1) : on, EndReason = reason };
    }

    /// <summary>Another account takes the place of the one that payments went to.</summary>
    public Allowance PayTo(string bank, byte[] cipher, string masked) =>
        this with { Bank = bank, AccountCipher = cipher, AccountMasked = masked, AccountVersion = AccountVersion + 1 };
}
