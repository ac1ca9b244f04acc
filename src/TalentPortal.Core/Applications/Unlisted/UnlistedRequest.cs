using System.Text.Json.Nodes;

namespace TalentPortal.Core.Applications.Unlisted;

/// <summary>What a case of an item that no list shows is filled with.</summary>
/// <param name="ItemKey">The item.</param>
/// <param name="Author">The account that reads the case as an own one.</param>
/// <param name="SubjectName">Whom or what it is about.</param>
/// <param name="Answers">The filled form.</param>
public sealed record UnlistedRequest(string ItemKey, Guid Author, string SubjectName, JsonObject Answers)
{
    /// <summary>The person it is about; null where it is about none.</summary>
    public Guid? SubjectPersonId { get; init; }

    /// <summary>Which text of the item says who filled it in the author's place; null where the author did.</summary>
    public string? FilledByText { get; init; }
}
