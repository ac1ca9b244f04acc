using TalentPortal.Core.Cases;

namespace TalentPortal.Core.Parties;

/// <summary>
/// One entry of the consent ledger (PIPL, articles 14, 23 and 29): who agreed to which text for which purpose and recipient, and until
/// when.
/// </summary>
public sealed record Consent
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose account gave it.</summary>
    public required Guid UserId { get; init; }

    /// <summary>Whose data it concerns.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>The case it was given for.</summary>
    public Guid? CaseId { get; init; }

    /// <summary>For what.</summary>
    public required string Purpose { get; init; }

    /// <summary>Which version of the text.</summary>
    public required string TextVersion { get; init; }

    /// <summary>SHA-256 of the text as shown.</summary>
    public required byte[] TextDigest { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset GivenAt { get; init; }

    /// <summary>When it was taken back, UTC.</summary>
    public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>The unit that receives the data (PIPL, article 23); null where none but the portal's own offices do.</summary>
    public Guid? RecipientId { get; init; }

    /// <summary>The recipient's name as it was shown; null without recipient.</summary>
    public string? RecipientName { get; init; }

    /// <summary>The wider consent that this one goes on to hold; null for one that was given for itself.</summary>
    public Guid? CarriedFrom { get; init; }

    internal static SpineTable<Consent> Table { get; } = new("consents", 14, new SpineTableOptions { Loaded = false });
}
