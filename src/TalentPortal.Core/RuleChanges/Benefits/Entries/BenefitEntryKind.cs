namespace TalentPortal.Core.RuleChanges.Benefits.Entries;

/// <summary>What an entry of the benefit catalogue is.</summary>
public enum BenefitEntryKind
{
    /// <summary>A card level.</summary>
    Level,

    /// <summary>A benefit.</summary>
    Benefit,

    /// <summary>A kind of venue.</summary>
    VenueKind,
}
