namespace TalentPortal.Core.Catalogue;

/// <summary>Who may be the subject of an application for a service item.</summary>
public enum Audience
{
    /// <summary>A natural person.</summary>
    Person,

    /// <summary>A company, school, institute, cooperative or other organisation with a unified social credit code.</summary>
    Organisation,

    /// <summary>A village or community committee.</summary>
    Village,

    /// <summary>A town (street, township).</summary>
    Town,
}
