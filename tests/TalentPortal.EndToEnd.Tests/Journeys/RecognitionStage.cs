namespace TalentPortal.EndToEnd.Tests.Journeys;

/// <summary>How far the walk of a recognition has come: the part of it that ended last.</summary>
internal enum RecognitionStage
{
    /// <summary>Nobody has applied.</summary>
    NotBegun,

    /// <summary>A newcomer has applied.</summary>
    Applied,

    /// <summary>The village recommends, its notice is over, the town has checked.</summary>
    Recommended,

    /// <summary>The department and the units of the background check have checked.</summary>
    Checked,

    /// <summary>The experts have scored.</summary>
    Scored,

    /// <summary>The certificate is there, and holds.</summary>
    Recognised,

    /// <summary>The card was used, and the use taken back.</summary>
    CardUsed,
}
