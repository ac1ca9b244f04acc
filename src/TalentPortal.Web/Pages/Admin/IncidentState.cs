namespace TalentPortal.Web.Pages.Admin;

/// <summary>Whether an incident still waits for somebody.</summary>
internal enum IncidentState
{
    /// <summary>It waits.</summary>
    Open,

    /// <summary>It went on, or was ended.</summary>
    Settled,
}
