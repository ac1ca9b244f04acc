namespace TalentPortal.Core.Cases;

/// <summary>What <c>audit verify</c> found wrong.</summary>
public enum AuditFault
{
    /// <summary>An entry does not carry the digest its content and its predecessor call for.</summary>
    BrokenChain,

    /// <summary>Entries are missing between others.</summary>
    MissingEntry,

    /// <summary>The stream ends before the place its head, or an anchor outside the database, says.</summary>
    CutTail,

    /// <summary>Entries remain, or an anchor does, and their case is gone.</summary>
    DeletedCase,

    /// <summary>A row is not as the last entry left it.</summary>
    ChangedRow,

    /// <summary>A row is gone that the last entry knew.</summary>
    DeletedRow,

    /// <summary>A row is there that no entry knows.</summary>
    UnknownRow,

    /// <summary>The history was rewritten: an anchor names another digest for this place.</summary>
    RewrittenHistory,

    /// <summary>The file of anchors was changed.</summary>
    BrokenAnchors,
}

/// <summary>One fault and where it is.</summary>
/// <param name="Fault">What is wrong.</param>
/// <param name="Stream">The case or stream.</param>
/// <param name="Where">An entry's place or a row's name.</param>
public sealed record AuditFinding(AuditFault Fault, Guid Stream, string Where);
