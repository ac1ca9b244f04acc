namespace TalentPortal.Core.TalentCards.Signals;

/// <summary>What was made of a signal.</summary>
public enum SignalState
{
    /// <summary>Nothing yet.</summary>
    New,

    /// <summary>Somebody looked at it, and it goes on.</summary>
    Seen,

    /// <summary>It has a harmless reason.</summary>
    Dismissed,
}
