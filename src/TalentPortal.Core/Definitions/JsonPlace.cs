namespace TalentPortal.Core.Definitions;

/// <summary>A place in a JSON text.</summary>
/// <param name="Path">As a JSON path, for example <c>$.root.activities[2].role</c>.</param>
/// <param name="Line">The line, from 1.</param>
public sealed record JsonPlace(string Path, long Line);
