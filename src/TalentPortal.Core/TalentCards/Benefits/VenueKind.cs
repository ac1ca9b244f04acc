using System.Text.Json.Serialization;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.TalentCards.Benefits;

/// <summary>A kind of place where cards are shown; the form asks for consent kind by kind, and names the venues.</summary>
/// <param name="Code">What venues and consents keep.</param>
/// <param name="Name">What people read.</param>
/// <param name="Consent">What its staff see and for what, as the holder agrees to it.</param>
public sealed record VenueKind(string Code, LocalizedText Name, LocalizedText Consent)
{
    /// <summary>How far it can be trusted, where it is another than the catalogue's.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Provenance? Provenance { get; init; }

    /// <summary>The document behind it, where it is another than the catalogue's.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Source { get; init; }
}
