using TalentPortal.Core.Applications;

namespace TalentPortal.Core.TalentCards.Dues;

/// <summary>How one person stands to one benefit.</summary>
public sealed record BenefitPerson
{
    /// <summary>Code of the benefit.</summary>
    public required string Benefit { get; init; }

    /// <summary>The person.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The citizen number, masked.</summary>
    public string? CitizenIdMasked { get; init; }

    /// <summary>The card; null where none gives the benefit.</summary>
    public Guid? CardId { get; init; }

    /// <summary>Its number.</summary>
    public string? CardNumber { get; init; }

    /// <summary>Code of its level.</summary>
    public string? Level { get; init; }

    /// <summary>The newest application; null where there is none.</summary>
    public Guid? ApplicationCaseId { get; init; }

    /// <summary>Its number.</summary>
    public string? ApplicationNumber { get; init; }

    /// <summary>Where it stands.</summary>
    public ApplicationStatus? Status { get; init; }

    /// <summary>How often it was used at venues.</summary>
    public required int Uses { get; init; }

    /// <summary>Whether the person stands on a side.</summary>
    public bool IsOn(BenefitSide side) => side switch
    {
        BenefitSide.Qualified => CardId is not null,
        BenefitSide.Waiting => CardId is not null && Status is null,
        BenefitSide.Used => Uses > 0,
        BenefitSide.Applied => Status is not null,
        BenefitSide.Open => Status is { } open && ApplicationStatuses.Open.Contains(open),
        BenefitSide.Passed => Status is ApplicationStatus.Approved,
        _ => Status is ApplicationStatus.Refused or ApplicationStatus.NotAccepted,
    };

    /// <summary>Whether the benefit is had, or asked for.</summary>
    public bool HasOrAsked => IsOn(BenefitSide.Open) || IsOn(BenefitSide.Passed);
}
