namespace TalentPortal.Core.Seeding;

/// <summary>What a look at the demonstration's cases came to.</summary>
/// <param name="Made">Cases that were made or went on.</param>
/// <param name="Refused">Cases that the portal refused, which the next start tries again.</param>
public sealed record DemoCaseCount(int Made, int Refused);
