using System.Text.Json.Nodes;
using TalentPortal.Workflows.Activities;

namespace TalentPortal.Workflows.Execution.Bursts;

/// <summary>One call into an activity; what an incident repeats.</summary>
internal abstract record Step;

internal sealed record ExecuteStep : Step
{
    public static ExecuteStep Instance { get; } = new();
}

internal sealed record ResumeStep(Bookmark Bookmark, JsonObject? Input) : Step;

internal sealed record ChildStep(ChildCompletion Child) : Step;
