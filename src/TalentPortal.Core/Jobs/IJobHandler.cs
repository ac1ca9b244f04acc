namespace TalentPortal.Core.Jobs;

/// <summary>
/// Does the jobs of one kind; registered by <c>services.AddJob&lt;T&gt;()</c>, made anew for each job in a scope of its own.
/// A job may run twice (the portal may die between work and mark): each handler says in its first comment why that is harmless.
/// </summary>
public interface IJobHandler
{
    /// <summary>Which jobs: at most 100 characters, never changed once jobs of it are stored.</summary>
    static abstract string Kind { get; }

    /// <summary>Does it. An exception means "not now": it is tried again with growing pauses until it is given up.</summary>
    Task HandleAsync(Job job, CancellationToken ct);
}
