using System.Text;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Files.Sniffing;

/// <summary>Recognises what is not accepted, so that the refusal can name it, and what is stuck to the end of a picture.</summary>
internal static class ForeignContent
{
    private const int MarkupReach = 4096;

    private static readonly (int Offset, byte[] Mark, string Name)[] Marks =
    [
        (0, [0x7F, .. "ELF"u8], "ELF"),
        (0, [.. "GIF8"u8], "GIF"),
        (0, [.. "Rar!"u8], "RAR"),
        (0, [.. "7z"u8, 0xBC, 0xAF], "7Z"),
        (0, [0x1F, 0x8B], "GZIP"),
        (0, [.. "II*"u8, 0x00], "TIFF"),
        (0, [.. "MM"u8, 0x00, 0x2A], "TIFF"),
        (0, [.. "{\\rtf"u8], "RTF"),
        (0, [.. "%!PS"u8], "PS"),
        (0, [.. "#!"u8], "SCRIPT"),
        (8, [.. "WEBP"u8], "WEBP"),
        (4, [.. "ftyphe"u8], "HEIC"),
        (4, [.. "ftypmif1"u8], "HEIC"),
        (4, [.. "ftypavif"u8], "AVIF"),
        (4, [.. "ftyp"u8], "MP4"),
        (0, [.. "MZ"u8], "EXE"),
        (0, [.. "BM"u8], "BMP"),
        (0, [.. "PK"u8], "ZIP"),
    ];

    private static ReadOnlySpan<byte> CompoundFile => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>Why content that is none of the accepted formats is refused.</summary>
    public static Refusal Name(ReadOnlySpan<byte> bytes)
    {
        // An Office file with a password is no package any more but this older container around one.
        if (bytes.StartsWith(CompoundFile))
        {
            var isEncrypted = bytes.IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0;
            return isEncrypted ? new OfficeIsEncrypted() : new FileTypeNotAccepted("DOC/XLS");
        }

        foreach (var (offset, mark, name) in Marks)
        {
            if (bytes.Length >= offset && bytes[offset..].StartsWith(mark)) return new FileTypeNotAccepted(name);
        }

        var beginning = bytes[..Math.Min(bytes.Length, MarkupReach)];
        if (HasTag(beginning, "svg")) return new FileTypeNotAccepted("SVG");
        if (HasTag(beginning, "html") || HasTag(beginning, "!doctype html") || HasTag(beginning, "script"))
        {
            return new FileTypeNotAccepted("HTML");
        }

        return HasTag(beginning, "?xml") ? new FileTypeNotAccepted("XML") : new FileTypeUnknown();
    }

    /// <summary>
    /// Whether what follows a picture's end is a file of its own. Other trailers pass: telephones write depth maps and motion there.
    /// </summary>
    public static bool IsIn(ReadOnlySpan<byte> tail) =>
        tail.IndexOf("PK\u0003\u0004"u8) >= 0 || tail.IndexOf("PK\u0005\u0006"u8) >= 0 || tail.IndexOf(PdfCheck.Header) >= 0
        || tail.StartsWith("MZ"u8) || tail.IndexOf("Rar!"u8) >= 0
        || HasTag(tail, "html") || HasTag(tail, "script") || HasTag(tail, "svg") || HasTag(tail, "?php");

    private static bool HasTag(ReadOnlySpan<byte> bytes, string tag)
    {
        for (var at = bytes.IndexOf((byte)'<'); at >= 0; at = bytes.IndexOf((byte)'<'))
        {
            bytes = bytes[(at + 1)..];
            if (bytes.Length >= tag.Length && Ascii.EqualsIgnoreCase(bytes[..tag.Length], tag)) return true;
        }

        return false;
    }
}
