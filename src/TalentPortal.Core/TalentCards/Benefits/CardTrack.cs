namespace TalentPortal.Core.TalentCards.Benefits;

/// <summary>Which kind of talent a level is made for.</summary>
public enum CardTrack
{
    /// <summary>The levels that the whole region knows.</summary>
    Regional,

    /// <summary>Those of rural talents.</summary>
    Rural,
}
