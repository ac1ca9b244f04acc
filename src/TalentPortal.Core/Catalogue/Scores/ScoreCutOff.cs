using TalentPortal.Core.Catalogue.Rules;

namespace TalentPortal.Core.Catalogue.Scores;

/// <summary>What a level needs.</summary>
/// <param name="Level">Code of the level.</param>
/// <param name="Least">Least total.</param>
/// <param name="And">A further condition; null: none.</param>
/// <param name="AndText">The further condition in words; empty where there is none.</param>
/// <param name="SiteVisit">Whether somebody goes and looks before the level is proposed.</param>
/// <param name="Origin">Where it comes from.</param>
public sealed record ScoreCutOff(string Level, ValueExpression Least, Condition? And, LocalizedText AndText, bool SiteVisit, Origin Origin);
