using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace TalentPortal.Core.Accounts;

/// <summary>One-time tokens as they stand in links.</summary>
internal static class LinkCode
{
    /// <summary>A token as part of an address.</summary>
    public static string Of(string token) => WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(token));

    /// <summary>The token in a link's <c>code</c>; null when it is damaged.</summary>
    public static string? TokenOf(string? code)
    {
        try
        {
            return code is null ? null : Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(code));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
