using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.TalentCards.Consents;

/// <summary>There is no such venue, or it takes no cards.</summary>
public sealed record VenueUnknown : Refusal;
