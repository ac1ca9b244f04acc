namespace TalentPortal.Core.Definitions.Moves;

/// <summary>How far the move of one case has come.</summary>
public enum MoveState
{
    /// <summary>Its job waits.</summary>
    Waiting,

    /// <summary>It runs on the newer version.</summary>
    Moved,

    /// <summary>It stays on the older version, for the reason given.</summary>
    Refused,

    /// <summary>It had ended, or was on another version already.</summary>
    Gone,
}
