using System.Text.Json.Serialization;

namespace TalentPortal.Web.Pages.Venue;

/// <summary>What became of a use of the time without network.</summary>
/// <param name="State">Whether it counts.</param>
/// <param name="Sentence">Why it does not, in the reader's language; null otherwise.</param>
internal sealed record SyncAnswer(SyncState State, string? Sentence = null);

/// <summary>Whether a use of the time without network counts.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SyncState>))]
internal enum SyncState
{
    /// <summary>It does.</summary>
    Counted,

    /// <summary>Not yet: the account has to wait.</summary>
    Later,

    /// <summary>It does not, and will not.</summary>
    Conflict,
}
