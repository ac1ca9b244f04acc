using Microsoft.AspNetCore.Identity;

namespace TalentPortal.Core.Accounts;

/// <summary>An account: what signs in. The person it belongs to is a subject of its own.</summary>
public sealed class PortalUser : IdentityUser<Guid>
{
    /// <summary>The person behind the account, once known.</summary>
    public Guid? PersonId { get; set; }

    /// <summary>How pages greet the account's holder; 1 to 100 characters.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>The language of pages and messages: <c>zh-CN</c> or <c>en</c>.</summary>
    public string Culture { get; set; } = "zh-CN";

    /// <summary>Whether pages are shown in large text.</summary>
    public bool LargeText { get; set; }

    /// <summary>Whether the account belongs to the demonstration data.</summary>
    public bool IsDemo { get; set; }

    /// <summary>When the account was made, UTC.</summary>
    public DateTimeOffset CreatedAt { get; set; }
}
