using System.Buffers.Binary;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Files.Sniffing;

/// <summary>Walks a JPEG marker by marker (ITU-T T.81, annex B) from its start to its end; the pixels are not decoded.</summary>
internal static class JpegCheck
{
    private const byte EndOfImage = 0xD9;
    private const byte StartOfScan = 0xDA;

    /// <summary>Start of image, and the first byte of the marker after it.</summary>
    public static ReadOnlySpan<byte> Header => [0xFF, 0xD8, 0xFF];

    /// <summary>Why it is refused; null when it is in order.</summary>
    public static Refusal? Examine(ReadOnlySpan<byte> bytes)
    {
        var rest = bytes[2..];
        var (width, height, hasScan) = (0L, 0L, false);
        while (TryTakeMarker(ref rest, out var marker))
        {
            if (marker == EndOfImage) return hasScan ? PictureCheck.Judge(FileFormat.Jpeg, width, height, rest) : Damaged();
            if (!TryTakeSegment(ref rest, out var segment)) return Damaged();
            if (IsFrame(marker))
            {
                // Precision (1 byte), lines (2), samples a line (2).
                if (segment.Length < 6) return Damaged();
                height = BinaryPrimitives.ReadUInt16BigEndian(segment[1..]);
                width = BinaryPrimitives.ReadUInt16BigEndian(segment[3..]);
            }
            else if (marker == StartOfScan)
            {
                hasScan = true;
                rest = rest[ScanLength(rest)..];
            }
        }

        return Damaged();
    }

    private static FileDamaged Damaged() => new(FileFormat.Jpeg.Name);

    /// <summary>Frames are C0 to CF but for DHT, JPG and DAC.</summary>
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static bool TryTakeMarker(ref ReadOnlySpan<byte> rest, out byte marker)
    {
        marker = 0;
        if (rest.Length < 2 || rest[0] != 0xFF) return false;
        var at = rest.IndexOfAnyExcept((byte)0xFF);
        if (at < 0) return false;
        marker = rest[at];
        rest = rest[(at + 1)..];
        return marker is >= 0xC0 and not 0xD8;
    }

    private static bool TryTakeSegment(ref ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> segment)
    {
        segment = default;
        if (rest.Length < 2) return false;
        var length = BinaryPrimitives.ReadUInt16BigEndian(rest);
        if (length < 2 || length > rest.Length) return false;
        segment = rest[2..length];
        rest = rest[length..];
        return true;
    }

    /// <summary>How long the coded data is: up to a marker that is neither a stuffed zero nor a restart.</summary>
    private static int ScanLength(ReadOnlySpan<byte> rest)
    {
        var at = 0;
        while (true)
        {
            var next = rest[at..].IndexOf((byte)0xFF);
            if (next < 0 || at + next + 1 >= rest.Length) return rest.Length;
            at += next;
            var follower = rest[at + 1];
            if (follower is not (0x00 or (>= 0xD0 and <= 0xD7) or 0xFF)) return at;
            at += follower == 0xFF ? 1 : 2;
        }
    }
}
