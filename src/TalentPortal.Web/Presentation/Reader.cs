using System.Security.Claims;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Presentation;

/// <summary>What the header says about who is signed in.</summary>
public static class Reader
{
    /// <summary>The name to show, or null for a visitor.</summary>
    public static string? NameOf(ClaimsPrincipal user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return user.FindActor()?.DisplayName;
    }
}
