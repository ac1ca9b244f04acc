using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Standards.Organisations;

/// <summary>How a unit is reached.</summary>
/// <param name="Phone">Phone number as printed.</param>
/// <param name="AddressZh">Address in Chinese.</param>
/// <param name="AddressEn">Address in English.</param>
/// <param name="Provenance">How far it can be trusted.</param>
public sealed record OrganisationContact(string Phone, string AddressZh, string AddressEn, Provenance Provenance);
