namespace TalentPortal.Core.Catalogue;

/// <summary>A number for each code, for example the scale a sub-class is measured against.</summary>
/// <param name="Key">Key used by rules.</param>
/// <param name="Values">Number by code.</param>
/// <param name="Unit">Unit by code, for the applicant; may lack codes.</param>
/// <param name="Origin">Where the numbers come from.</param>
public sealed record ItemLookup(
    string Key, IReadOnlyDictionary<string, decimal> Values, IReadOnlyDictionary<string, LocalizedText> Unit, Origin Origin);
