namespace TalentPortal.Core.Catalogue.Guides;

/// <summary>A question often asked.</summary>
/// <param name="Question">The question.</param>
/// <param name="Answer">The answer.</param>
public sealed record GuideQuestion(LocalizedText Question, LocalizedText Answer);
