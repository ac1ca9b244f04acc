using System.Buffers;
using System.Globalization;
using System.Text;

namespace TalentPortal.Core.Files.Sniffing;

/// <summary>Finds names (<c>/Name</c>, ISO 32000-2, 7.3.5) in any stretch of a PDF, also where hexadecimal escapes hide them.</summary>
internal static class PdfNames
{
    private const int LongestWanted = 32;
    private static readonly SearchValues<byte> Delimiters = SearchValues.Create("\0\t\n\f\r ()<>[]{}/%"u8);

    // All are long enough not to turn up by chance in packed data. A script action always says /JavaScript, so the short /JS is not needed.
    private static readonly string[] Active = ["JavaScript", "Launch", "EmbeddedFile", "EmbeddedFiles", "RichMedia", "Rendition"];

    /// <summary>The refusal for the first name that makes a PDF act or carry files; null when there is none.</summary>
    public static PdfIsActive? FindActive(ReadOnlySpan<byte> bytes) => Find(bytes, Active) is { } name ? new PdfIsActive(name) : null;

    /// <summary>The first of these names that occurs.</summary>
    public static string? Find(ReadOnlySpan<byte> bytes, params ReadOnlySpan<string> wanted)
    {
        Span<byte> name = stackalloc byte[LongestWanted];
        for (var at = bytes.IndexOf((byte)'/'); at >= 0; at = bytes.IndexOf((byte)'/'))
        {
            bytes = bytes[(at + 1)..];
            var length = Decode(bytes, name);
            foreach (var candidate in wanted)
            {
                if (length == candidate.Length && Ascii.Equals(name[..length], candidate)) return candidate;
            }
        }

        return null;
    }

    /// <summary>Writes a name without its escapes; hands back its length, or -1 when it is longer than any wanted one.</summary>
    private static int Decode(ReadOnlySpan<byte> bytes, Span<byte> name)
    {
        var length = 0;
        for (var at = 0; at < bytes.Length && !Delimiters.Contains(bytes[at]); at++)
        {
            if (length == name.Length) return -1;
            var value = bytes[at];
            if (value == '#' && at + 2 < bytes.Length
                && byte.TryParse(bytes.Slice(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var escaped))
            {
                value = escaped;
                at += 2;
            }

            name[length++] = value;
        }

        return length;
    }
}
