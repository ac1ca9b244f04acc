namespace TalentPortal.Core.TalentCards.Hand;

/// <summary>Whether a printed card has its second factor.</summary>
public enum CardPinState
{
    /// <summary>None was set: the printed card does not work.</summary>
    NotSet,

    /// <summary>Set: the printed card works with it.</summary>
    Set,

    /// <summary>Too many were wrong: the printed card waits for a new one.</summary>
    Locked,
}
