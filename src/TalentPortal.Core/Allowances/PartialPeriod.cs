namespace TalentPortal.Core.Allowances;

/// <summary>What is paid for a first or last period that is not whole.</summary>
public enum PartialPeriod
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>By its days.</summary>
    ProRata,

    /// <summary>All.</summary>
    Whole,
}
