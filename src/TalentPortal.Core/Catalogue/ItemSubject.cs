namespace TalentPortal.Core.Catalogue;

/// <summary>Which answers say whom an application is about. Paths of the form; null where the item does not ask.</summary>
/// <param name="Name">The person's or unit's name.</param>
/// <param name="CitizenId">The citizen id or permit number, where the subject is a person.</param>
/// <param name="Phone">The person's mobile number.</param>
/// <param name="CreditCode">The unified social credit code, where the subject is a unit.</param>
/// <param name="Region">The village (12 digits) or town (9) that checks the application.</param>
public sealed record ItemSubject(string? Name, string? CitizenId, string? Phone, string? CreditCode, string? Region);
