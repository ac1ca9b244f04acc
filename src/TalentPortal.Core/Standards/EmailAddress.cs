using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Standards;

/// <summary>A plain mail address: the common form in ASCII, without comments, quotes or address literals.</summary>
public static class EmailAddress
{
    private const int LongestAddress = 254;
    private const int LongestLocalPart = 64;
    private const int LongestLabel = 63;
    private const string LocalSymbols = "!#$%&'*+-/=?^_`{|}~.";

    /// <summary>Hands back the address without outer spaces, the domain in small letters.</summary>
    /// <param name="text">What was typed.</param>
    public static Result<string> Parse(string? text)
    {
        var address = text?.Trim() ?? string.Empty;
        var at = address.IndexOf('@', StringComparison.Ordinal);
        if (at < 0) return new EmailWithoutAt();
        var (local, domain) = (address[..at], address[(at + 1)..]);
        if (address.Length > LongestAddress || !IsLocalPart(local) || !IsDomain(domain)) return new EmailWrongShape();
        return string.Concat(local, "@", domain.ToLowerInvariant());
    }

    private static bool IsLocalPart(string local) =>
        local.Length is > 0 and <= LongestLocalPart && HasNoEmptyPart(local)
        && local.All(c => char.IsAsciiLetterOrDigit(c) || LocalSymbols.Contains(c, StringComparison.Ordinal));

    private static bool IsDomain(string domain)
    {
        var labels = domain.Split('.');
        return labels.Length > 1 && labels[^1].Length > 1 && !InputText.IsDigits(labels[^1]) && labels.All(IsLabel);
    }

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= LongestLabel && label[0] != '-' && label[^1] != '-'
        && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    private static bool HasNoEmptyPart(string local) =>
        local[0] != '.' && local[^1] != '.' && !local.Contains("..", StringComparison.Ordinal);
}
