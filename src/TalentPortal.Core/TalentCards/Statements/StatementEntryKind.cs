namespace TalentPortal.Core.TalentCards.Statements;

/// <summary>Why a use stands on a statement.</summary>
public enum StatementEntryKind
{
    /// <summary>A use of the month.</summary>
    Use,

    /// <summary>A use of the month that was taken back before the statement was drawn: it counts for nothing.</summary>
    TakenBack,

    /// <summary>A use of an earlier month that came after its statement was drawn.</summary>
    LateUse,

    /// <summary>A use of an earlier statement that was taken back after it was drawn: it is subtracted.</summary>
    LateReversal,
}
