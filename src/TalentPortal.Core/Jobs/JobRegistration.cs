namespace TalentPortal.Core.Jobs;

/// <summary>Which class does the jobs of a kind; see <see cref="JobsSetup.AddJob{T}"/>.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Handler">An <see cref="IJobHandler"/>.</param>
public sealed record JobRegistration(string Kind, Type Handler);
