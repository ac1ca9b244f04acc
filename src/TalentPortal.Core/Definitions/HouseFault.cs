namespace TalentPortal.Core.Definitions;

/// <summary>What can speak against a definition beyond what the engine sees: it does not fit this portal.</summary>
public enum HouseFault
{
    /// <summary>The bytes are no UTF-8.</summary>
    NotUtf8,

    /// <summary>The file is larger than allowed.</summary>
    TooLarge,

    /// <summary>The text cannot be read as JSON from some place on.</summary>
    BrokenJson,

    /// <summary>The definition id cannot stand in an address.</summary>
    DefinitionIdUnusable,

    /// <summary>The version id belongs to another version already.</summary>
    VersionIdTaken,

    /// <summary>A version of this number is here with another content.</summary>
    OtherContent,

    /// <summary>The guide of a service item that uses the definition has no such step.</summary>
    StepNotInGuide,

    /// <summary>A service item that uses the definition does not hand over an input.</summary>
    InputNotHandedOver,

    /// <summary>There is no such unit.</summary>
    UnitUnknown,

    /// <summary>There is no parameter behind a rule of reminders.</summary>
    ReminderUnknown,

    /// <summary>There is no such message.</summary>
    MessageUnknown,

    /// <summary>A background check would be passed by saying nothing.</summary>
    CheckBySilence,

    /// <summary>A step that does not lead straight to acceptance would be decided by saying nothing.</summary>
    DecidedBySilence,

    /// <summary>The clock would start it oftener than allowed.</summary>
    StartsTooOften,

    /// <summary>The clock starts it, and an activity needs what somebody applied for.</summary>
    ClockHasNoApplicant,
}
