namespace TalentPortal.Core.Parties;

/// <summary>The district that this portal serves.</summary>
/// <param name="Id">Key of the district's row.</param>
/// <param name="Code">GB/T 2260, six digits.</param>
public sealed record PortalDistrict(short Id, string Code);
