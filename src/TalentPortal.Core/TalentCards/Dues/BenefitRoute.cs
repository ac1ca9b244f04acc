namespace TalentPortal.Core.TalentCards.Dues;

/// <summary>How a benefit is applied for.</summary>
/// <param name="Benefit">Code of the benefit.</param>
/// <param name="ItemCode">Code of the service item.</param>
/// <param name="IsNamed">Whether the application names the benefit, as one item may be for several.</param>
public sealed record BenefitRoute(string Benefit, string ItemCode, bool IsNamed);
