using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using TalentPortal.Core.Accounts;

namespace TalentPortal.Web.Security;

/// <summary>
/// Tokens for programs that use the API: <c>POST /api/token</c> with name and password, <c>POST /api/token/refresh</c>. A token dies
/// with the account's security stamp within <see cref="ActorCache.MaxAge"/>.
/// </summary>
internal static class TokenEndpoints
{
    /// <summary>Maps both.</summary>
    public static void MapTokens(this IEndpointRouteBuilder endpoints)
    {
        var tokens = endpoints.MapGroup("/api/token").AllowAnonymous().WithTags("token");
        tokens.MapPost("", IssueAsync).WithName("IssueToken");
        tokens.MapPost("/refresh", RefreshAsync).WithName("RefreshToken");
    }

    private static async Task<Results<SignInHttpResult, ProblemHttpResult>> IssueAsync(
        TokenRequest request, SignInCheck check, SignInManager<PortalUser> signIn, AccountTrace trace, CancellationToken ct)
    {
        var result = await SteadyAnswer.TakeAsync(() => check.VerifyAsync(request.UserName ?? "", request.Password ?? "", ct), ct);
        if (!result.Succeeded) return TypedResults.Problem(statusCode: StatusCodes.Status401Unauthorized, title: result.Refusal.Key);
        await trace.RecordAsync("TokenIssued", result.Value, ct);
        var principal = await signIn.CreateUserPrincipalAsync(result.Value);
        return TypedResults.SignIn(principal, authenticationScheme: IdentityConstants.BearerScheme);
    }

    private static async Task<Results<SignInHttpResult, ProblemHttpResult>> RefreshAsync(
        RefreshRequest request, SignInManager<PortalUser> signIn, IOptionsMonitor<BearerTokenOptions> options, TimeProvider time)
    {
        var ticket = options.Get(IdentityConstants.BearerScheme).RefreshTokenProtector.Unprotect(request.RefreshToken);
        // The stamp is compared with the database and not with the cache: a refresh is rare and lasts for hours.
        if (ticket?.Properties.ExpiresUtc is not { } expires || time.GetUtcNow() >= expires
            || await signIn.ValidateSecurityStampAsync(ticket.Principal) is not { } user)
            return TypedResults.Problem(statusCode: StatusCodes.Status401Unauthorized, title: nameof(SignInFailed));
        var principal = await signIn.CreateUserPrincipalAsync(user);
        return TypedResults.SignIn(principal, authenticationScheme: IdentityConstants.BearerScheme);
    }

    /// <summary>Name and password.</summary>
    internal sealed record TokenRequest(string? UserName, string? Password);

    /// <summary>The refresh token of an earlier answer.</summary>
    internal sealed record RefreshRequest(string? RefreshToken);
}
