using System.Text.Json.Serialization;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.TalentCards.Redemptions;

namespace TalentPortal.Web.Api.Cards;

/// <summary>A look at a card.</summary>
/// <param name="Venue">Where: one of the caller's venues.</param>
/// <param name="Code">What was scanned of a phone.</param>
/// <param name="Number">The number of a printed card, in place of a code.</param>
/// <param name="Pin">The PIN that its holder types.</param>
internal sealed record CardCheckRequest(Guid? Venue = null, string? Code = null, string? Number = null, string? Pin = null)
{
    /// <summary>The card.</summary>
    [JsonIgnore]
    public ShownCard Shown => Number is null ? ShownCard.OfCode(Code) : ShownCard.OfPrint(Number, Pin);
}

/// <summary>What a venue sees of a card: nothing about the person.</summary>
/// <param name="Level">Code of its level.</param>
/// <param name="LevelName">The level's name in the caller's language.</param>
/// <param name="Benefits">What may be had at this kind of venue.</param>
internal sealed record CardCheckView(string Level, string LevelName, IReadOnlyList<BenefitLeftView> Benefits)
{
    /// <summary>From what the service saw.</summary>
    public static CardCheckView Of(CardCheck check)
    {
        ArgumentNullException.ThrowIfNull(check);
        return new CardCheckView(check.Level.Code, check.Level.Name.ToString(),
            [.. check.Benefits.Select(one =>
                new BenefitLeftView(one.Entitlement.Benefit.Code, one.Entitlement.Benefit.Name.ToString(), one.Left))]);
    }
}

/// <summary>What a card has left of a benefit.</summary>
/// <param name="Benefit">Its code.</param>
/// <param name="Name">Its name in the caller's language.</param>
/// <param name="Left">How many uses the period has left; null where they are not limited.</param>
internal sealed record BenefitLeftView(string Benefit, string Name, int? Left);

/// <summary>A use of a benefit.</summary>
/// <param name="Venue">Where: one of the caller's venues.</param>
/// <param name="Code">What was scanned of a phone.</param>
/// <param name="Benefit">Code of the benefit.</param>
/// <param name="Number">The number of a printed card, in place of a code.</param>
/// <param name="Pin">The PIN that its holder types.</param>
/// <param name="Price">The full price in yuan, where the benefit is a part of it.</param>
/// <param name="ScannedOfflineAt">When it was scanned, where the venue had no network then.</param>
internal sealed record RedemptionRequest(
    Guid? Venue = null, string? Code = null, string? Benefit = null, string? Number = null, string? Pin = null, decimal? Price = null,
    DateTimeOffset? ScannedOfflineAt = null)
{
    /// <summary>The card.</summary>
    [JsonIgnore]
    public ShownCard Shown => Number is null ? ShownCard.OfCode(Code) : ShownCard.OfPrint(Number, Pin);
}

/// <summary>Why a use is to be taken back.</summary>
/// <param name="Reason">At most 1,000 characters.</param>
internal sealed record ReversalRequest(string? Reason = null);
