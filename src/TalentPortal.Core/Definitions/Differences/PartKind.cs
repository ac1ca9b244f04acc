namespace TalentPortal.Core.Definitions.Differences;

/// <summary>What a definition consists of, as far as versions are compared.</summary>
public enum PartKind
{
    /// <summary>The head: name, inputs, options.</summary>
    Head,

    /// <summary>A variable.</summary>
    Variable,

    /// <summary>An activity.</summary>
    Activity,

    /// <summary>A connection.</summary>
    Connection,
}
