using System.Security.Claims;
using TalentPortal.Core.Accounts;

namespace TalentPortal.Web.Security;

/// <summary>A signed-in identity together with the actor it stands for; made for each request, never kept in a cookie.</summary>
internal sealed class ActorIdentity(ClaimsIdentity identity, Actor actor) : ClaimsIdentity(identity)
{
    /// <summary>The actor.</summary>
    public Actor PortalActor => actor;
}
