namespace TalentPortal.Core.PublicNotices.Gathering;

/// <summary>Whether a notice waits to be published with others.</summary>
public enum GatherPolicy
{
    /// <summary>Each case is published by itself, at once.</summary>
    Never,

    /// <summary>As the office has set it: the parameter <c>notice.gather</c>.</summary>
    Office,

    /// <summary>Each case waits for an officer who publishes it, alone or with others.</summary>
    Always,
}
