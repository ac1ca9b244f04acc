using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Keys;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Api;

/// <summary>
/// Begins operations of API calls. The header <c>Idempotency-Key</c> names the caller's intent: the same key again gets the first
/// answer, and with another address or body it is refused. Of the request only a keyed digest is kept.
/// </summary>
internal sealed class ApiOperations(TimeProvider time, BlindIndex digests, ApiProblems problems, IStringLocalizer texts)
{
    /// <summary>The header that names the caller's intent.</summary>
    public const string Header = "Idempotency-Key";

    /// <summary>Longest key, in characters.</summary>
    public const int LongestKey = 200;

    /// <summary>Begins one.</summary>
    /// <param name="context">The request.</param>
    /// <param name="type">A gerund.</param>
    /// <param name="role">In which role; null for an applicant.</param>
    /// <param name="content">Its body.</param>
    /// <param name="isKeyRequired">Whether a request without a key is refused.</param>
    /// <param name="keysOf">Whose keys they are; null: the caller's own.</param>
    public (Operation? Operation, ProblemHttpResult? Problem) Begin(
        HttpContext context, string type, string? role, ApiContent? content, bool isKeyRequired, Guid? keysOf = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        var actor = context.User.Actor();
        var keys = context.Request.Headers[Header];
        var isGiven = keys.Any(key => !string.IsNullOrEmpty(key));
        if (!isGiven && !isKeyRequired) return (Operation.Begin(Guid.Empty, type, actor.UserId, role, time), null);
        if (!isGiven) return (null, problems.Of(StatusCodes.Status400BadRequest, "IdempotencyKeyMissing", texts["Api.Key.Missing"]));
        if (keys is not [{ Length: > 0 and <= LongestKey } key] || key.Any(c => c is < '!' or > '~'))
            return (null, problems.Of(StatusCodes.Status400BadRequest, "IdempotencyKeyNotValid", texts["Api.Key.NotValid", LongestKey]));
        var operation = Operation.Begin(Operation.IdFromKey(keysOf ?? actor.UserId, key), type, actor.UserId, role, time);
        return (operation with { RequestDigest = DigestOf(context.Request, content) }, null);
    }

    /// <summary>
    /// Begins one that names nobody: the id tells neither caller nor key, and the same key still means the same intent of the same caller.
    /// </summary>
    public (Operation? Operation, ProblemHttpResult? Problem) BeginNameless(HttpContext context, string type, ApiContent? content)
    {
        var (operation, problem) = Begin(context, type, role: null, content, isKeyRequired: false);
        return operation is null ? (null, problem)
            : (operation with { Id = new Guid(digests.Compute("api-nameless", operation.Id.ToString("N")).AsSpan(0, 16)), UserId = null }, null);
    }

    /// <summary>The role in which an officer acts: the first one held.</summary>
    public static string? RoleOf(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Appointments is [var held, ..] ? held.Role.ToString() : null;
    }

    private byte[] DigestOf(HttpRequest request, ApiContent? content)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(content is null ? default : content.Bytes.Span, hash);
        return digests.Compute("api-request", $"{request.Method} {request.Path} {Convert.ToHexStringLower(hash)}");
    }
}
