using Microsoft.Net.Http.Headers;

namespace TalentPortal.Core.Files;

/// <summary>An uploaded proof: a row of <c>materials</c>. Its bytes are in <c>material_contents</c>.</summary>
public sealed record Material
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Who uploaded it.</summary>
    public required Guid OwnerUserId { get; init; }

    /// <summary>The person whom it concerns.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>The organisation that it concerns.</summary>
    public Guid? OrganisationId { get; init; }

    /// <summary>Which material of the service items it is; 1 to 60 characters.</summary>
    public required string Code { get; init; }

    /// <summary>Its clean name; 1 to 255 characters.</summary>
    public required string FileName { get; init; }

    /// <summary>The media type found in its content.</summary>
    public required string ContentType { get; init; }

    /// <summary>1 to 10485760.</summary>
    public required long SizeBytes { get; init; }

    /// <summary>SHA-256 of its content; 32 bytes.</summary>
    public required byte[] Sha256 { get; init; }

    /// <summary>How far it may be relied on.</summary>
    public required TrustLevel TrustLevel { get; init; }

    /// <summary>When it was uploaded, UTC.</summary>
    public required DateTimeOffset UploadedAt { get; init; }

    /// <summary>When its owner removed it, UTC; the content is gone since then.</summary>
    public DateTimeOffset? RemovedAt { get; init; }

    /// <summary>The strong entity tag of its content, with quotes, for <c>ETag</c> and <c>If-None-Match</c>.</summary>
    public string ETag => $"\"{Convert.ToHexStringLower(Sha256)}\"";

    /// <summary>Whether a browser shows it in the page.</summary>
    public bool IsInline => FileFormat.OfContentType(ContentType).IsInline;

    /// <summary>The value of <c>Content-Disposition</c> (RFC 6266) with the name.</summary>
    /// <param name="download">Whether to hand it over for download although the page could show it.</param>
    public string DispositionOf(bool download)
    {
        var header = new ContentDispositionHeaderValue(IsInline && !download ? "inline" : "attachment");
        header.SetHttpFileName(FileName);
        return header.ToString();
    }
}
