namespace TalentPortal.Core.Kernel;

/// <summary>Where a value of the seed data comes from; administrators see it beside the value. In JSON in kebab-case.</summary>
public enum Provenance
{
    /// <summary>A work plan or report of the district itself.</summary>
    SourceDocument,

    /// <summary>The text of a law or regulation.</summary>
    Statute,

    /// <summary>A law that does not bind here, taken as a model.</summary>
    StatuteAnalogy,

    /// <summary>A public web page, second-hand.</summary>
    PublicWeb,

    /// <summary>Public data, such as an official table or calendar.</summary>
    PublicData,

    /// <summary>Commonly known, not checked against its text.</summary>
    CommonKnowledge,

    /// <summary>A plausible default, made up for demonstration.</summary>
    DefaultUnverified,
}
