using TalentPortal.Core.Catalogue;

namespace TalentPortal.Core.TalentCards.Consents;

/// <summary>A venue as a consent names it.</summary>
/// <param name="Id">The unit.</param>
/// <param name="Kind">Code of the kind of venue.</param>
/// <param name="Name">The venue's name.</param>
/// <param name="Partner">The name of the partner that runs it; null where it has none.</param>
/// <param name="ListedAt">Since when holders are shown it, UTC; null where that was before they were asked venue by venue.</param>
/// <param name="IsOpen">Whether it takes cards.</param>
public sealed record ConsentVenue(Guid Id, string Kind, LocalizedText Name, LocalizedText? Partner, DateTimeOffset? ListedAt, bool IsOpen)
{
    /// <summary>How the ledger names it.</summary>
    internal string NameOnRecord => Partner is null ? Name.Zh : $"{Name.Zh} ({Partner.Zh})";

    /// <summary>Whether somebody who was asked at that moment was shown it.</summary>
    /// <param name="moment">The moment; null where it is not known, which was before venues were named.</param>
    public bool WasListedAt(DateTimeOffset? moment) => ListedAt is not { } since || moment is not { } asked || since <= asked;
}
