namespace TalentPortal.Workflows.Drawings;

/// <summary>An arrow inside a block, by the places of its ends in the list of activities.</summary>
internal sealed record Link(int Source, int Target, IReadOnlyList<string?> Outcomes, string Label)
{
    public double LabelWidth => Label.Length == 0 ? 0 : DrawnText.Width(Label, DrawingSizes.LabelText) + 10;
}
