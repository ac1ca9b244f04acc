using System.Security.Claims;
using TalentPortal.Core.Accounts;

namespace TalentPortal.Web.Security;

/// <summary>Who acts in a request.</summary>
public static class PrincipalExtensions
{
    /// <summary>The actor, or null for a visitor who is not signed in.</summary>
    public static Actor? FindActor(this ClaimsPrincipal principal) =>
        principal.Identities.OfType<ActorIdentity>().FirstOrDefault()?.PortalActor;

    /// <summary>The actor.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in: the page must not be open to visitors.</exception>
    public static Actor Actor(this ClaimsPrincipal principal) =>
        principal.FindActor() ?? throw new InvalidOperationException("Nobody is signed in, but the page needs an actor.");
}
