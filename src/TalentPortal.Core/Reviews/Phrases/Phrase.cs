namespace TalentPortal.Core.Reviews.Phrases;

/// <summary>A sentence that an officer writes often and puts into an opinion by one press.</summary>
public sealed class Phrase
{
    /// <summary>Most characters.</summary>
    public const int LongestText = 500;

    /// <summary>Most phrases of one officer.</summary>
    public const int MostOwn = 50;

    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose it is.</summary>
    public required Guid OwnerId { get; init; }

    /// <summary>The unit whose officers it is offered to; null for the owner alone.</summary>
    public Guid? OrganisationId { get; init; }

    /// <summary>The words; 1 to 500 characters.</summary>
    public required string Text { get; init; }

    /// <summary>When it was kept, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}
