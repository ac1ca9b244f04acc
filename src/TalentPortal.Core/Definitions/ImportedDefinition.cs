namespace TalentPortal.Core.Definitions;

/// <summary>What became of a file that was brought in.</summary>
/// <param name="DefinitionId">The definition; null where the file was refused.</param>
/// <param name="Version">Its version.</param>
/// <param name="IsNew">False when the very same was here already.</param>
/// <param name="Findings">All that is wrong with the file; empty when it was taken.</param>
/// <param name="Text">The text, as far as it could be read.</param>
public sealed record ImportedDefinition(
    string? DefinitionId, int Version, bool IsNew, IReadOnlyList<DefinitionFinding> Findings, string Text)
{
    internal static ImportedDefinition Refused(string text, params IReadOnlyList<DefinitionFinding> findings) =>
        new(DefinitionId: null, 0, IsNew: false, findings, text);
}
