using TalentPortal.Core.Catalogue.Rules;

namespace TalentPortal.Core.Catalogue.Scores;

/// <summary>How a panel of experts scores. The figures are values, mostly parameters.</summary>
/// <param name="MinExperts">Fewest experts.</param>
/// <param name="MaxExperts">Most experts.</param>
/// <param name="MustBeOdd">Whether their number must be odd.</param>
/// <param name="TrimFrom">From how many experts on the highest and the lowest score are dropped; at least 3.</param>
/// <param name="MaxSpread">Above this difference between highest and lowest the panel must talk.</param>
/// <param name="Rounding">How means are rounded.</param>
/// <param name="Origin">Where the rules come from.</param>
public sealed record PanelRules(
    ValueExpression MinExperts,
    ValueExpression MaxExperts,
    ValueExpression MustBeOdd,
    ValueExpression TrimFrom,
    ValueExpression MaxSpread,
    ScoreRounding Rounding,
    Origin Origin);
