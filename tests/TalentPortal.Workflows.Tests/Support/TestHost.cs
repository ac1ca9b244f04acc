using TalentPortal.Workflows.Execution;

namespace TalentPortal.Workflows.Tests.Support;

/// <summary>A host whose writes are a list.</summary>
internal sealed class TestHost : IWorkflowHost
{
    public List<string> Writes { get; } = [];

    public int Mark() => Writes.Count;

    public void Rollback(int mark) => Writes.RemoveRange(mark, Writes.Count - mark);

    public bool Rethrows(Exception exception) => exception is TimeoutException;
}
