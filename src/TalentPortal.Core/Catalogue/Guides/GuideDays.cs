using TalentPortal.Core.Standards.Parameters;

namespace TalentPortal.Core.Catalogue.Guides;

/// <summary>A number of working days: written in the item, or a parameter of the portal.</summary>
/// <param name="Fixed">The number; null when it is a parameter.</param>
/// <param name="Parameter">Key of the parameter; null when the number is fixed.</param>
public sealed record GuideDays(int? Fixed, string? Parameter)
{
    /// <summary>The working days on that local day.</summary>
    /// <exception cref="ParameterException">The parameter has no whole number on that day.</exception>
    public int On(ParameterTable parameters, DateOnly on) => Fixed ?? parameters.Int(Parameter!, on);
}
