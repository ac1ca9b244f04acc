using Npgsql;
using TalentPortal.Core.Cases;
using TalentPortal.Workflows.Activities;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Core.Orchestration;

/// <summary>What a burst of the engine writes to: the locked case.</summary>
/// <param name="work">The case.</param>
public sealed class CaseHost(CaseWork work) : IWorkflowHost
{
    private readonly List<object> marks = [];

    /// <summary>The locked case.</summary>
    public CaseWork Work { get; } = work;

    /// <inheritdoc />
    public int Mark()
    {
        marks.Add(Work.Mark());
        return marks.Count - 1;
    }

    /// <inheritdoc />
    public void Rollback(int mark)
    {
        Work.Rollback(marks[mark]);
        marks.RemoveRange(mark, marks.Count - mark);
    }

    /// <inheritdoc />
    public bool Rethrows(Exception exception) => exception is NpgsqlException or OperationCanceledException or CaseChangedException;
}

/// <summary>Reaches the case from an activity.</summary>
public static class CaseHostAccess
{
    /// <summary>The locked case that the activity works for.</summary>
    public static CaseWork Work(this ActivityContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Host<CaseHost>().Work;
    }
}
