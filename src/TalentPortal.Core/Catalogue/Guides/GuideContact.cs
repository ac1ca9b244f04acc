namespace TalentPortal.Core.Catalogue.Guides;

/// <summary>Whom to ask.</summary>
/// <param name="Office">Office.</param>
/// <param name="Phone">Phone number as printed.</param>
/// <param name="Address">Address.</param>
/// <param name="Origin">Where it comes from.</param>
public sealed record GuideContact(LocalizedText Office, string Phone, LocalizedText Address, Origin Origin);
