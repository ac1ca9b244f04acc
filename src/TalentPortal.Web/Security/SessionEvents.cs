using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using TalentPortal.Core.Accounts;

namespace TalentPortal.Web.Security;

/// <summary>How long a session may lie idle: short for staff. Each request prolongs it, not only one in its second half.</summary>
internal sealed class SessionEvents(ActorCache actors, SecurityRules rules, IOptions<IdentityOptions> options) : CookieAuthenticationEvents
{
    private static readonly TimeSpan RenewAfter = TimeSpan.FromMinutes(1);

    public override async Task SigningIn(CookieSigningInContext context)
    {
        var claim = context.Principal?.FindFirstValue(options.Value.ClaimsIdentity.UserIdClaimType);
        var actor = Guid.TryParse(claim, out var userId) ? await actors.FindAsync(userId, context.HttpContext.RequestAborted) : null;
        var idle = actor is { IsStaff: true } ? rules.StaffIdle : rules.ApplicantIdle;
        context.Properties.ExpiresUtc = context.Properties.IssuedUtc + idle;
    }

    public override Task CheckSlidingExpiration(CookieSlidingExpirationContext context)
    {
        context.ShouldRenew |= context.ElapsedTime > RenewAfter;
        return Task.CompletedTask;
    }
}
