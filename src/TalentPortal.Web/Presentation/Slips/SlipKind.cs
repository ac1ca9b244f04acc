namespace TalentPortal.Web.Presentation.Slips;

/// <summary>
/// Written notices that an office owes whoever applies, dated and sealed (administrative licensing law, article 32).
/// </summary>
public enum SlipKind
{
    /// <summary>The application was accepted.</summary>
    Acceptance,

    /// <summary>All that is missing, told at once.</summary>
    Supplement,

    /// <summary>The application was not accepted, and why.</summary>
    NotAccepted,

    /// <summary>A recognition was revoked, or given back: why, who was heard, what is to be paid back.</summary>
    Revocation,
}
