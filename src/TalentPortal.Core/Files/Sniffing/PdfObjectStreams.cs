using System.IO.Compression;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Files.Sniffing;

/// <summary>Looks into the packed object streams of a PDF (ISO 32000-2, 7.5.7), where names do not stand in the clear.</summary>
internal static class PdfObjectStreams
{
    private const int MaximumUnpacked = 32 * 1024 * 1024;
    private const int MaximumStreams = 5_000;
    private static readonly string[] Opaque = ["Predictor", "Crypt", "LZWDecode", "ASCIIHexDecode", "ASCII85Decode", "RunLengthDecode"];

    /// <summary>Why it is refused; null when all that can be seen is harmless.</summary>
    public static Refusal? Examine(ReadOnlyMemory<byte> content)
    {
        var bytes = content.Span;
        var isEncrypted = PdfNames.Find(bytes, "Encrypt") is not null;
        var (from, left, count) = (0, MaximumUnpacked, 0);
        for (var at = NextStream(bytes, 0); at >= 0; at = NextStream(bytes, from))
        {
            var before = bytes[from..at];
            from = at;
            // Only an object stream needs /First, whatever it calls itself; an outline needs it too, so not all that has it is one.
            if (PdfNames.Find(before, "First") is null) continue;
            var dictionary = OwnDictionary(before);
            var isObjects = PdfNames.Find(dictionary, "First") is not null && PdfNames.Find(dictionary, "Filter") is not null;
            if (isObjects && (isEncrypted || PdfNames.Find(dictionary, Opaque) is not null)) return new PdfNotInspectable();

            using var unpacked = new MemoryStream();
            var isWhole = TryUnpack(content[Skip(bytes, at)..], unpacked, left);
            left -= (int)unpacked.Length;
            if (left <= 0 || ++count > MaximumStreams || (isObjects && !isWhole)) return new PdfNotInspectable();
            if (PdfNames.FindActive(unpacked.GetBuffer().AsSpan(0, (int)unpacked.Length)) is { } active) return active;
        }

        return null;
    }

    /// <summary>The position after the next keyword that opens a stream, or -1.</summary>
    private static int NextStream(ReadOnlySpan<byte> bytes, int from)
    {
        while (true)
        {
            var next = bytes[from..].IndexOf("stream"u8);
            if (next < 0) return -1;
            var start = from + next;
            from = start + 6;
            var closes = start >= 3 && bytes.Slice(start - 3, 3).SequenceEqual("end"u8);
            if (!closes && from < bytes.Length && bytes[from] is (byte)'\r' or (byte)'\n') return from;
        }
    }

    private static ReadOnlySpan<byte> OwnDictionary(ReadOnlySpan<byte> before)
    {
        var other = Math.Max(before.LastIndexOf("endobj"u8), before.LastIndexOf("endstream"u8));
        return other < 0 ? before : before[other..];
    }

    private static int Skip(ReadOnlySpan<byte> bytes, int at)
    {
        if (bytes[at] == '\r') at++;
        return at < bytes.Length && bytes[at] == '\n' ? at + 1 : at;
    }

    /// <summary>Unpacks until the end, an error or the limit, and keeps what came out until then. True only at the end.</summary>
    private static bool TryUnpack(ReadOnlyMemory<byte> packed, MemoryStream unpacked, int limit)
    {
        using var source = new ZLibStream(Memory.Read(packed), CompressionMode.Decompress);
        var buffer = new byte[16 * 1024];
        try
        {
            while (unpacked.Length < limit)
            {
                var read = source.Read(buffer);
                if (read == 0) return unpacked.Length > 0;
                unpacked.Write(buffer, 0, read);
            }
        }
        catch (InvalidDataException)
        {
            // Not packed this way; the caller knows whether that matters.
        }

        return false;
    }
}
