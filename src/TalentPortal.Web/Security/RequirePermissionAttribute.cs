using Microsoft.AspNetCore.Authorization;
using TalentPortal.Core.Accounts;

namespace TalentPortal.Web.Security;

/// <summary>Opens a page or an endpoint only to whoever has a permission.</summary>
/// <param name="permission">Which one.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class RequirePermissionAttribute(Permission permission) : AuthorizeAttribute(permission.ToString())
{
    /// <summary>The permission asked for.</summary>
    public Permission Permission { get; } = permission;
}
