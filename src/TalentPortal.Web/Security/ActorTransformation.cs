using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using TalentPortal.Core.Accounts;

namespace TalentPortal.Web.Security;

/// <summary>
/// Turns what a cookie or a token claims into the actor of today. An account that is gone or whose security stamp changed is
/// nobody: rights and ended sessions take effect within <see cref="ActorCache.MaxAge"/> for cookies and tokens alike.
/// </summary>
internal sealed class ActorTransformation(ActorCache actors, IHttpContextAccessor http, IOptions<IdentityOptions> options)
    : IClaimsTransformation
{
    public async Task<ClaimsPrincipal> TransformAsync(ClaimsPrincipal principal)
    {
        if (principal.Identity is not ClaimsIdentity { IsAuthenticated: true } identity || identity is ActorIdentity) return principal;
        var claims = options.Value.ClaimsIdentity;
        if (!Guid.TryParse(principal.FindFirstValue(claims.UserIdClaimType), out var userId)) return Nobody();
        var actor = await actors.FindAsync(userId, http.HttpContext?.RequestAborted ?? CancellationToken.None);
        var stamp = principal.FindFirstValue(claims.SecurityStampClaimType);
        return actor is not null && string.Equals(actor.SecurityStamp, stamp, StringComparison.Ordinal)
            ? new ClaimsPrincipal(new ActorIdentity(identity, actor))
            : Nobody();
    }

    private static ClaimsPrincipal Nobody() => new(new ClaimsIdentity());
}
