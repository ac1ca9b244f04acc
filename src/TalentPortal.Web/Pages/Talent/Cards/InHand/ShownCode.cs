namespace TalentPortal.Web.Pages.Talent.Cards.InHand;

/// <summary>A code of a card and its drawing.</summary>
/// <param name="Text">What a reader reads.</param>
/// <param name="From">When its turn begins, UTC.</param>
/// <param name="Size">Modules a side of the drawing.</param>
/// <param name="Path">The dark modules.</param>
internal sealed record ShownCode(string Text, DateTimeOffset From, int Size, string Path);
