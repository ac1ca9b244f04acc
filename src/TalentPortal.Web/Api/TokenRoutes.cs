using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using TalentPortal.Core.Accounts;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Api;

/// <summary>
/// <c>POST tokens</c> with name and password, <c>POST tokens/refresh</c>. A token dies with the account's security stamp within
/// <see cref="ActorCache.MaxAge"/>.
/// </summary>
internal static class TokenRoutes
{
    /// <summary>Maps both.</summary>
    public static void MapTokens(this RouteGroupBuilder api)
    {
        var tokens = api.MapGroup("/tokens").AllowAnonymous().WithTags("tokens");
        tokens.MapPost("", IssueAsync).WithName("IssueToken").WithSummary("Issues a token for name and password.")
            .Produces<AccessTokenResponse>().ProducesProblems(400, 401, 413, 415, 422, 429);
        tokens.MapPost("/refresh", RefreshAsync).WithName("RefreshToken").WithSummary("Issues a new token for a refresh token.")
            .Produces<AccessTokenResponse>().ProducesProblems(400, 401, 413, 415, 422, 429);
    }

    private static async Task<Results<SignInHttpResult, ProblemHttpResult>> IssueAsync(ApiBody<TokenRequest> body, SignInCheck check,
        SignInManager<PortalUser> signIn, AccountTrace trace, ApiProblems problems, CancellationToken ct)
    {
        if (body.Value is not { UserName: { } name, Password: { } password }) return problems.OfMissing(body.Value.Missing());
        var result = await SteadyAnswer.TakeAsync(() => check.VerifyAsync(name, password, ct), ct);
        if (!result.Succeeded) return problems.Of(result.Refusal);
        await trace.RecordAsync("TokenIssued", result.Value, ct);
        var principal = await signIn.CreateUserPrincipalAsync(result.Value);
        return TypedResults.SignIn(principal, authenticationScheme: IdentityConstants.BearerScheme);
    }

    private static async Task<Results<SignInHttpResult, ProblemHttpResult>> RefreshAsync(ApiBody<RefreshRequest> body,
        SignInManager<PortalUser> signIn, IOptionsMonitor<BearerTokenOptions> options, ApiProblems problems)
    {
        var bearer = options.Get(IdentityConstants.BearerScheme);
        if (body.Value.RefreshToken is not { } token) return problems.OfMissing("refreshToken");
        var ticket = bearer.RefreshTokenProtector.Unprotect(token);
        // The stamp is compared with the database and not with the cache: a refresh is rare and lasts for hours.
        if (ticket?.Properties.ExpiresUtc is not { } expires || bearer.TimeProvider!.GetUtcNow() >= expires
            || await signIn.ValidateSecurityStampAsync(ticket.Principal) is not { } user)
            return problems.OfStatus(StatusCodes.Status401Unauthorized);
        var principal = await signIn.CreateUserPrincipalAsync(user);
        return TypedResults.SignIn(principal, authenticationScheme: IdentityConstants.BearerScheme);
    }

    private static IEnumerable<string> Missing(this TokenRequest request)
    {
        if (request.UserName is null) yield return "userName";
        if (request.Password is null) yield return "password";
    }
}

/// <summary>Name and password.</summary>
/// <param name="UserName">User name or mail address.</param>
/// <param name="Password">The password.</param>
internal sealed record TokenRequest(string? UserName = null, string? Password = null);

/// <summary>The refresh token of an earlier answer.</summary>
/// <param name="RefreshToken">The token.</param>
internal sealed record RefreshRequest(string? RefreshToken = null);
