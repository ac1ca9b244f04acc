namespace TalentPortal.Web.Pages.Talent.Cards.InHand;

/// <summary>What stands on a card, in the reader's language.</summary>
/// <param name="Name">The holder.</param>
/// <param name="Level">The level's name.</param>
/// <param name="Number">The number in groups.</param>
/// <param name="Until">Until when it holds, as a sentence.</param>
/// <param name="Photo">Where the photo is; null where there is none.</param>
internal sealed record CardFace(string Name, string Level, string Number, string Until, string? Photo);
