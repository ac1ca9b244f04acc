using System.Text.Json.Nodes;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Definitions.Reading;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Workflows.Activities;

/// <summary>
/// A type of activity. One stateless instance serves every definition and thread; what a run must remember it keeps in bookmarks,
/// variables and <see cref="ActivityContext.SetProperty"/>. An exception thrown from any method becomes an incident: the writes of that
/// step are dropped, the rest of the burst stands.
/// </summary>
public abstract class Activity
{
    /// <summary>The outcome of an activity that names none.</summary>
    public const string Done = "Done";

    private static readonly string[] OnlyDone = [Done];

    /// <summary>Name that definitions use, for instance <c>Portal.Review</c>.</summary>
    public abstract string TypeName { get; }

    /// <summary>Inputs the definition may set.</summary>
    public virtual IReadOnlyList<ActivityInput> Inputs => [];

    /// <summary>Outputs (camel case) that the definition may lead into variables.</summary>
    public virtual IReadOnlyList<string> Outputs => [];

    /// <summary>Properties that hold embedded activities.</summary>
    public virtual IReadOnlyList<ActivityPort> Ports => [];

    /// <summary>True when inputs are evaluated once, at the first run, and kept; false when again on each resume.</summary>
    public virtual bool KeepsInputs => true;

    /// <summary>True when completing this activity ends the flowchart or sequence around it.</summary>
    internal virtual bool IsTerminal => false;

    /// <summary>True when Break ends this activity.</summary>
    internal virtual bool IsLoop => false;

    /// <summary>True when work queued by an activity that has ended in the meantime still runs, as Elsa's own activities do.</summary>
    internal virtual bool RunsAfterOwnerEnded => false;

    /// <summary>True when the activity may declare variables.</summary>
    internal virtual bool DeclaresVariables => false;

    /// <summary>The outcomes an activity of this type can end with, possibly computed from its properties.</summary>
    public virtual IReadOnlyList<string> GetOutcomes(ActivityNode node) => OnlyDone;

    /// <summary>
    /// Runs the activity. When it neither completes nor creates a bookmark nor schedules an embedded activity, it completes with Done.
    /// </summary>
    public abstract ValueTask ExecuteAsync(ActivityContext context);

    /// <summary>
    /// Goes on after a bookmark was resumed. The bookmark is gone unless <see cref="ActivityContext.KeepBookmark"/> is called. When nothing
    /// is left to wait for, the activity completes with Done.
    /// </summary>
    public virtual ValueTask ResumeAsync(ActivityContext context, Bookmark bookmark, JsonObject? input) => ValueTask.CompletedTask;

    /// <summary>
    /// Clears away what the activity owns, because a join, an end, a move or a cancellation stopped it. Its bookmarks are deleted after it.
    /// </summary>
    public virtual ValueTask CancelAsync(ActivityContext context, IReadOnlyList<Bookmark> bookmarks) => ValueTask.CompletedTask;

    /// <summary>An embedded activity completed. By default the activity completes with Done.</summary>
    public virtual ValueTask ChildCompletedAsync(ActivityContext context, ChildCompletion child)
    {
        context.Complete();
        return ValueTask.CompletedTask;
    }

    /// <summary>Reads what inputs, outputs and ports don't cover.</summary>
    internal virtual object? ReadDetail(DetailReader reader) => null;
}
