using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;
using TalentPortal.Web.Presentation.Mapping;

namespace TalentPortal.Web.Pages.Talent.Cases;

/// <summary>What the list of an author's drafts and cases reads of each.</summary>
internal sealed record OwnCase
{
    /// <summary>Key.</summary>
    public Guid CaseId { get; init; }

    /// <summary>The number as kept; null for a draft.</summary>
    public string? Number { get; init; }

    /// <summary>Where it stands.</summary>
    public ApplicationStatus Status { get; init; }

    /// <summary>Which service item.</summary>
    public string ServiceItemCode { get; init; } = "";

    /// <summary>Whom it is about.</summary>
    public string SubjectName { get; init; } = "";

    /// <summary>Whether the author applied for somebody else.</summary>
    public bool IsOnBehalf { get; init; }

    /// <summary>When it was last saved, UTC.</summary>
    public DateTimeOffset SavedAt { get; init; }

    /// <summary>When it was handed in, UTC.</summary>
    public DateTimeOffset? SubmittedAt { get; init; }
}

/// <summary>The rows that an <see cref="OwnCase"/> is read from.</summary>
internal sealed record OwnCaseParts
{
    /// <summary>The application.</summary>
    public required Application Application { get; init; }

    /// <summary>Its case.</summary>
    public required Case Case { get; init; }
}

/// <summary>From the parts to what the list reads.</summary>
internal sealed class OwnCaseProfile : ViewProfile
{
    public OwnCaseProfile() => CreateMap<OwnCaseParts, OwnCase>()
        .ForMember(own => own.CaseId, from => from.MapFrom(parts => parts.Application.CaseId))
        .ForMember(own => own.Number, from => from.MapFrom(parts => parts.Case.Number))
        .ForMember(own => own.Status, from => from.MapFrom(parts => parts.Application.Status))
        .ForMember(own => own.ServiceItemCode, from => from.MapFrom(parts => parts.Application.ServiceItemCode))
        .ForMember(own => own.SubjectName, from => from.MapFrom(parts => parts.Application.SubjectName))
        .ForMember(own => own.IsOnBehalf, from => from.MapFrom(parts => parts.Application.OnBehalfBasis != null))
        .ForMember(own => own.SavedAt, from => from.MapFrom(parts => parts.Application.SavedAt))
        .ForMember(own => own.SubmittedAt, from => from.MapFrom(parts => parts.Application.SubmittedAt));
}
