namespace TalentPortal.Web.Presentation.Fields;

/// <summary>One choice of a field.</summary>
/// <param name="Value">What is sent.</param>
/// <param name="Text">What is read.</param>
/// <param name="Group">The group it stands under in a list, such as the town of a village; null for none.</param>
public sealed record FieldOption(string Value, string Text, string? Group = null)
{
    /// <summary>The choice of the parent field under which it may be chosen; null: under any.</summary>
    public string? Parent { get; init; }
}
