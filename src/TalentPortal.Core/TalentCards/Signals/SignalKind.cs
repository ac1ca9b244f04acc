namespace TalentPortal.Core.TalentCards.Signals;

/// <summary>What makes a look at cards worth a second one.</summary>
public enum SignalKind
{
    /// <summary>One card at two venues, faster than anybody travels.</summary>
    FarApart,

    /// <summary>Very many uses at a venue in a short time.</summary>
    VenueBurst,

    /// <summary>Very many uses by one member of a venue's staff in a short time.</summary>
    StaffBurst,

    /// <summary>Many looks of one member of a venue's staff that were refused on one day.</summary>
    StaffRefused,

    /// <summary>Many looks at one card that were refused on one day.</summary>
    CardRefused,
}
