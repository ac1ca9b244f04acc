namespace TalentPortal.Core.Cases;

/// <summary>What a case is; later also card, lease and report.</summary>
public enum CaseKind
{
    /// <summary>An application for a service item.</summary>
    Application,
}
