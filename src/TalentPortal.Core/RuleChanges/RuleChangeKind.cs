namespace TalentPortal.Core.RuleChanges;

/// <summary>What a change is about.</summary>
public enum RuleChangeKind
{
    /// <summary>One parameter; its subject is the key.</summary>
    Parameter,

    /// <summary>Score table, conditions and scales of one service item; its subject is the code.</summary>
    ServiceItem,

    /// <summary>The benefit catalogue of the talent card: names, amounts, days and grounds.</summary>
    BenefitCatalogue,
}
