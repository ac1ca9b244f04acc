using System.Security.Cryptography;
using System.Text;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Cases;

/// <summary>One intent of one user (or of the portal itself, when nobody acts): what the audit and the timeline name.</summary>
/// <param name="Id">From the form or the API call; the second arrival of an id gets the first answer.</param>
/// <param name="Type">A gerund, for example <c>ApplicationSubmitting</c>.</param>
/// <param name="UserId">Who acts; null for the portal.</param>
/// <param name="Role">In which role; null for an applicant or the portal.</param>
/// <param name="At">When, UTC, in whole microseconds.</param>
public sealed record Operation(Guid Id, string Type, Guid? UserId, string? Role, DateTimeOffset At)
{
    /// <summary>
    /// A keyed digest of the request, where the id comes from a caller's key: the key with another request is no repetition.
    /// </summary>
    public byte[]? RequestDigest { get; init; }

    /// <summary>
    /// Whether it belongs to whoever sends the same request, not to one account: colleagues at one till. The digest then says what makes
    /// it the same, and without one nobody shares it.
    /// </summary>
    public bool IsShared { get; init; }

    /// <summary>Begins an operation.</summary>
    public static Operation Begin(Guid id, string type, Guid? userId, string? role, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        return new Operation(id == Guid.Empty ? Ids.New() : id, type, userId, role, MicroTime.Truncate(time.GetUtcNow()));
    }

    /// <summary>The portal acts by itself: a timer, a job.</summary>
    public static Operation OfPortal(string type, TimeProvider time) => Begin(Ids.New(), type, userId: null, role: null, time);

    /// <summary>The id of an API call, from the caller and the key it sent, so that two callers may use the same key.</summary>
    public static Guid IdFromKey(Guid userId, string idempotencyKey)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{userId:N}:{idempotencyKey}"), hash);
        return new Guid(hash[..16]);
    }
}
