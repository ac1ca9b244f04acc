namespace TalentPortal.Core.Files;

/// <summary>How much one user may upload in a day. Removed materials count; an upload that was there already does not.</summary>
/// <param name="Files">How many files.</param>
/// <param name="Bytes">How many bytes in all.</param>
/// <param name="StartedAt">When the day began, where the portal stands; UTC.</param>
public sealed record UploadQuota(int Files, long Bytes, DateTimeOffset StartedAt);
