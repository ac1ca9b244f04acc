namespace TalentPortal.Core.TalentCards.Venues;

/// <summary>Where a use stands.</summary>
public enum VenueUseState
{
    /// <summary>It counts.</summary>
    Counts,

    /// <summary>Somebody asked to take it back.</summary>
    ReversalAsked,

    /// <summary>It was taken back.</summary>
    Reversed,
}
