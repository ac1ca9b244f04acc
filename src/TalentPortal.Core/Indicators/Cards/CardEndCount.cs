using TalentPortal.Core.TalentCards.Issuing;

namespace TalentPortal.Core.Indicators.Cards;

/// <summary>How many cards in use end within a span.</summary>
/// <param name="Span">The span.</param>
/// <param name="Cards">How many.</param>
public sealed record CardEndCount(EndSpan Span, int Cards);
