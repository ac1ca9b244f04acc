using TalentPortal.Core.Cases;
using TalentPortal.Core.Orchestration;
using TalentPortal.Web.Presentation.Mapping;

namespace TalentPortal.Web.Pages.Admin;

/// <summary>An incident with the number of its case.</summary>
internal sealed record IncidentView
{
    /// <summary>Key.</summary>
    public string Id { get; init; } = "";

    /// <summary>The case's number; null before it has one.</summary>
    public string? Number { get; init; }

    /// <summary>The activity that failed.</summary>
    public string? ActivityId { get; init; }

    /// <summary>Its type.</summary>
    public string? ActivityType { get; init; }

    /// <summary>What went wrong, in one sentence.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The exception.</summary>
    public string? Detail { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset OccurredAt { get; init; }

    /// <summary>When it was settled, UTC; null while it waits.</summary>
    public DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>Why it was settled so.</summary>
    public string? Resolution { get; init; }

    /// <summary>What the administrator did; null where it went on by itself.</summary>
    public IncidentDeed? Deed { get; init; }

    /// <summary>Whether it waits.</summary>
    public IncidentState State => ResolvedAt is null ? IncidentState.Open : IncidentState.Settled;
}

/// <summary>The rows that an <see cref="IncidentView"/> is read from.</summary>
internal sealed record IncidentParts
{
    /// <summary>The incident.</summary>
    public required IncidentRow Incident { get; init; }

    /// <summary>Its case.</summary>
    public required Case Case { get; init; }
}

/// <summary>From the parts to the view.</summary>
internal sealed class IncidentProfile : ViewProfile
{
    public IncidentProfile() => CreateMap<IncidentParts, IncidentView>()
        .ForMember(view => view.Id, from => from.MapFrom(parts => parts.Incident.Id))
        .ForMember(view => view.Number, from => from.MapFrom(parts => parts.Case.Number))
        .ForMember(view => view.ActivityId, from => from.MapFrom(parts => parts.Incident.ActivityId))
        .ForMember(view => view.ActivityType, from => from.MapFrom(parts => parts.Incident.ActivityType))
        .ForMember(view => view.Reason, from => from.MapFrom(parts => parts.Incident.Reason))
        .ForMember(view => view.Detail, from => from.MapFrom(parts => parts.Incident.Detail))
        .ForMember(view => view.OccurredAt, from => from.MapFrom(parts => parts.Incident.OccurredAt))
        .ForMember(view => view.ResolvedAt, from => from.MapFrom(parts => parts.Incident.ResolvedAt))
        .ForMember(view => view.Resolution, from => from.MapFrom(parts => parts.Incident.Resolution))
        .ForMember(view => view.Deed, from => from.MapFrom(parts => parts.Incident.Deed));
}
