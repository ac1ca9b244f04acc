using TalentPortal.Core.Jobs;
using TalentPortal.Core.Notifications;
using TalentPortal.Web.Presentation.Mapping;

namespace TalentPortal.Web.Pages.Admin;

/// <summary>A message or a job that was given up.</summary>
internal sealed record FailureRow
{
    /// <summary>Key.</summary>
    public Guid Id { get; init; }

    /// <summary>The message's template, or the job's kind.</summary>
    public string Name { get; init; } = "";

    /// <summary>When it was written, UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; init; }

    /// <summary>What went wrong last.</summary>
    public string? LastError { get; init; }
}

/// <summary>From messages and jobs to the row.</summary>
internal sealed class FailureProfile : ViewProfile
{
    public FailureProfile()
    {
        CreateMap<OutboxMessage, FailureRow>().ForMember(row => row.Name, from => from.MapFrom(message => message.Template));
        CreateMap<Job, FailureRow>().ForMember(row => row.Name, from => from.MapFrom(job => job.Kind));
    }
}
