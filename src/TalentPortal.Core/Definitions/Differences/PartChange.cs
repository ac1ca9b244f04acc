namespace TalentPortal.Core.Definitions.Differences;

/// <summary>A field that differs.</summary>
/// <param name="Name">The property.</param>
/// <param name="Before">What the older version says; null when it does not have it.</param>
/// <param name="After">What the newer one says.</param>
public sealed record FieldChange(string Name, string? Before, string? After);

/// <summary>A part that differs.</summary>
/// <param name="Part">What it is.</param>
/// <param name="Kind">What became of it.</param>
/// <param name="Id">Its id; for a connection from where to where.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Fields">What differs in it, in the order of the newer text; of what came or went, nothing.</param>
public sealed record PartChange(PartKind Part, ChangeKind Kind, string Id, string Label, IReadOnlyList<FieldChange> Fields)
{
    /// <summary>Whether only the drawing differs: a position, a size, a bend.</summary>
    public bool IsDrawing => Kind is ChangeKind.Changed && Fields.All(one => one.Name is "metadata.designer" or "vertices");
}
