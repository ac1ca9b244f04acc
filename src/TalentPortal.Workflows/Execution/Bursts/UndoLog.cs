namespace TalentPortal.Workflows.Execution.Bursts;

/// <summary>Takes back what a failed step changed in memory.</summary>
internal sealed class UndoLog
{
    private readonly Stack<Action> _actions = new();

    public void Add(Action undo) => _actions.Push(undo);

    public void Run()
    {
        while (_actions.TryPop(out var undo)) undo();
    }
}
