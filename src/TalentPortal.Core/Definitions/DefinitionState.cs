namespace TalentPortal.Core.Definitions;

/// <summary>How far a version of a definition has come.</summary>
public enum DefinitionState
{
    /// <summary>Brought in; nobody relies on it.</summary>
    Draft,

    /// <summary>All checks hold; it may be published.</summary>
    Checked,

    /// <summary>Cases may run on it, unchanged for ever.</summary>
    Published,

    /// <summary>No new case begins on it; those that run on it go on.</summary>
    Retired,
}
