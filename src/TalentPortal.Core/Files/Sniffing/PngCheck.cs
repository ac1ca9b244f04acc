using System.Buffers.Binary;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Files.Sniffing;

/// <summary>Walks a PNG chunk by chunk (ISO/IEC 15948, clause 5) with all checksums; the pixels are not unpacked.</summary>
internal static class PngCheck
{
    private const int Frame = 12;

    /// <summary>The eight bytes that every PNG begins with.</summary>
    public static ReadOnlySpan<byte> Header => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Why it is refused; null when it is in order.</summary>
    public static Refusal? Examine(ReadOnlySpan<byte> bytes)
    {
        var rest = bytes[Header.Length..];
        if (!TryTakeChunk(ref rest, out var type, out var data) || !type.SequenceEqual("IHDR"u8) || data.Length != 13) return Damaged();
        var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(data), BinaryPrimitives.ReadUInt32BigEndian(data[4..]));
        var hasPixels = false;
        while (TryTakeChunk(ref rest, out type, out data))
        {
            if (type.SequenceEqual("IDAT"u8)) hasPixels = true;
            else if (type.SequenceEqual("IEND"u8)) return hasPixels ? PictureCheck.Judge(FileFormat.Png, width, height, rest) : Damaged();
        }

        return Damaged();
    }

    private static FileDamaged Damaged() => new(FileFormat.Png.Name);

    private static bool TryTakeChunk(ref ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> type, out ReadOnlySpan<byte> data)
    {
        type = data = default;
        if (rest.Length < Frame) return false;
        var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
        if (length > rest.Length - Frame) return false;
        var covered = rest.Slice(4, 4 + (int)length);
        if (Crc32.Of(covered) != BinaryPrimitives.ReadUInt32BigEndian(rest[(8 + (int)length)..])) return false;
        type = covered[..4];
        data = covered[4..];
        rest = rest[(Frame + (int)length)..];
        return true;
    }
}
