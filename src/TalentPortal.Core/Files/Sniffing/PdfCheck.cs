using System.Buffers;
using System.Buffers.Text;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Files.Sniffing;

/// <summary>
/// A PDF's beginning, end and harmlessness (ISO 32000-2, 7.5). Names that make it act are looked for in all bytes, and in what its
/// object streams unpack to.
/// </summary>
internal static class PdfCheck
{
    private const int TailLength = 2048;
    private static readonly SearchValues<byte> Blank = SearchValues.Create("\0\t\n\f\r "u8);

    /// <summary>What every PDF begins with.</summary>
    public static ReadOnlySpan<byte> Header => "%PDF-"u8;

    /// <summary>Why it is refused; null when it is in order.</summary>
    public static Refusal? Examine(ReadOnlyMemory<byte> content)
    {
        var bytes = content.Span;
        var version = bytes[Header.Length..];
        if (version.Length < 3 || version[0] is not ((byte)'1' or (byte)'2') || version[1] != '.') return Damaged();
        return ExamineEnd(bytes) ?? PdfNames.FindActive(bytes) ?? PdfObjectStreams.Examine(content);
    }

    private static FileDamaged Damaged() => new(FileFormat.Pdf.Name);

    private static Refusal? ExamineEnd(ReadOnlySpan<byte> bytes)
    {
        var tail = bytes[^Math.Min(bytes.Length, TailLength)..];
        var end = tail.LastIndexOf("%%EOF"u8);
        if (end < 0) return Damaged();
        if (tail[(end + 5)..].ContainsAnyExcept(Blank)) return new FileHidesAnother(FileFormat.Pdf.Name);
        var start = tail[..end].LastIndexOf("startxref"u8);
        if (start < 0) return Damaged();
        var number = tail[(start + 9)..end].TrimStart("\0\t\n\f\r "u8);
        return Utf8Parser.TryParse(number, out long position, out _) && position > 0 && position < bytes.Length ? null : Damaged();
    }
}
