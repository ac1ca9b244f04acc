using TalentPortal.Core.Catalogue;

namespace TalentPortal.Core.TalentCards.Venues;

/// <summary>A place where cards are used: a unit below its partner, in which its staff is appointed.</summary>
/// <param name="Id">The unit.</param>
/// <param name="Code">The unit's code.</param>
/// <param name="Name">The unit's name.</param>
/// <param name="PartnerId">The partner that runs it.</param>
/// <param name="Kind">Code of the kind of venue.</param>
/// <param name="Tariffs">What a use without payment is worth, in yuan, by code of the benefit.</param>
public sealed record Venue(
    Guid Id, string Code, LocalizedText Name, Guid? PartnerId, string Kind, IReadOnlyDictionary<string, decimal> Tariffs);
