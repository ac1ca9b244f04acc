namespace TalentPortal.Core.Files;

/// <summary>What is known of an upload before its bytes are read.</summary>
public sealed record MaterialUpload
{
    /// <summary>Who uploads.</summary>
    public required Guid OwnerUserId { get; init; }

    /// <summary>The person whom it concerns.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>The organisation that it concerns.</summary>
    public Guid? OrganisationId { get; init; }

    /// <summary>Which material of the service items it is; 1 to 60 characters.</summary>
    public required string Code { get; init; }

    /// <summary>The name as the browser sent it; cleaned here.</summary>
    public required string FileName { get; init; }

    /// <summary>How far it may be relied on, as the service item says.</summary>
    public required TrustLevel TrustLevel { get; init; }

    /// <summary>How many bytes were announced; null when nothing was. Another number of bytes is refused.</summary>
    public long? DeclaredBytes { get; init; }

    /// <summary>What the owner may upload today.</summary>
    public required UploadQuota Quota { get; init; }
}
