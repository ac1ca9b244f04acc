namespace TalentPortal.Core.Definitions.Differences;

/// <summary>A line of two texts side by side.</summary>
/// <param name="Kind">What became of it; null when both have it.</param>
/// <param name="OldNumber">Its number in the older text, from 1; null when it is not there.</param>
/// <param name="NewNumber">Its number in the newer text.</param>
/// <param name="Text">The line; blank for a place where equal lines were left out.</param>
public sealed record LineChange(ChangeKind? Kind, int? OldNumber, int? NewNumber, string Text)
{
    /// <summary>Whether equal lines were left out here.</summary>
    public bool IsGap => OldNumber is null && NewNumber is null;
}
