using TalentPortal.Workflows.Activities;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Workflows.Tests.Drawings;

/// <summary>An activity of the house that is only drawn.</summary>
internal sealed class PaperActivity(string typeName) : Activity
{
    public override string TypeName => typeName;

    public override IReadOnlyList<string> GetOutcomes(ActivityNode node) => [];

    public override ValueTask ExecuteAsync(ActivityContext context) => throw new InvalidOperationException("It is only drawn.");
}
