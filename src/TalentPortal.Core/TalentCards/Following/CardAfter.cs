namespace TalentPortal.Core.TalentCards.Following;

/// <summary>What a card gives once a recognition has changed, for rooms that hang on the card.</summary>
/// <param name="CardId">The card.</param>
/// <param name="IsPaused">Whether the card rests, and may come back.</param>
/// <param name="Level">Its level then; null where no ground gives one.</param>
/// <param name="Benefits">Codes of what it gives then.</param>
public sealed record CardAfter(Guid CardId, bool IsPaused, string? Level, IReadOnlySet<string> Benefits)
{
    /// <summary>Whether it gives a benefit.</summary>
    public bool Gives(string benefit) => Benefits.Contains(benefit);
}
