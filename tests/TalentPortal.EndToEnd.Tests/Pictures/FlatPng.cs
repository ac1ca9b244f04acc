using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace TalentPortal.EndToEnd.Tests.Pictures;

/// <summary>Packs a browser's picture anew: the flat rows of a page are smaller as they are than as differences.</summary>
internal static class FlatPng
{
    private const int Signature = 8;
    private const int Bytes = 3;

    /// <summary>The same pixels in fewer bytes.</summary>
    /// <param name="png">A PNG of eight bits in red, green and blue, as browsers write it.</param>
    public static byte[] Pack(byte[] png)
    {
        using var packed = new MemoryStream();
        var head = Array.Empty<byte>();
        for (var at = Signature; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            var name = Encoding.ASCII.GetString(png, at + 4, 4);
            if (name == "IHDR") head = png[(at + 8)..(at + 8 + length)];
            if (name == "IDAT") packed.Write(png, at + 8, length);
            at += length + 12;
        }

        if (head[8] != 8 || head[9] != 2) throw new InvalidDataException("Not eight bits in red, green and blue.");
        using var result = new MemoryStream();
        result.Write(png, 0, Signature);
        Write(result, "IHDR", head);
        Write(result, "IDAT", Deflate(Flatten(Inflate(packed.ToArray()), BinaryPrimitives.ReadInt32BigEndian(head) * Bytes)));
        Write(result, "IEND", []);
        return result.ToArray();
    }

    /// <summary>Rows of plain pixels from rows that say how they differ from their neighbours.</summary>
    private static byte[] Flatten(byte[] rows, int width)
    {
        for (var start = 0; start < rows.Length; start += width + 1)
        {
            var filter = rows[start];
            rows[start] = 0;
            for (var at = start + 1; at <= start + width; at++)
            {
                var left = at - start > Bytes ? rows[at - Bytes] : 0;
                var above = start > 0 ? rows[at - width - 1] : 0;
                var corner = start > 0 && at - start > Bytes ? rows[at - width - 1 - Bytes] : 0;
                rows[at] += filter switch
                {
                    1 => (byte)left,
                    2 => (byte)above,
                    3 => (byte)((left + above) / 2),
                    4 => (byte)Nearest(left, above, corner),
                    _ => 0,
                };
            }
        }

        return rows;
    }

    /// <summary>Which of the neighbours is nearest to what they promise together (PNG, section 9.4).</summary>
    private static int Nearest(int left, int above, int corner)
    {
        var (toLeft, toAbove, toCorner) = (Math.Abs(above - corner), Math.Abs(left - corner), Math.Abs(left + above - (2 * corner)));
        if (toLeft <= toAbove && toLeft <= toCorner) return left;
        return toAbove <= toCorner ? above : corner;
    }

    private static byte[] Inflate(byte[] packed)
    {
        using var plain = new MemoryStream();
        using (var stream = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress)) stream.CopyTo(plain);
        return plain.ToArray();
    }

    private static byte[] Deflate(byte[] plain)
    {
        using var packed = new MemoryStream();
        using (var stream = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true)) stream.Write(plain);
        return packed.ToArray();
    }

    private static void Write(MemoryStream png, string name, byte[] content)
    {
        Span<byte> number = stackalloc byte[4];
        byte[] named = [.. Encoding.ASCII.GetBytes(name), .. content];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        png.Write(number);
        png.Write(named);
        BinaryPrimitives.WriteUInt32BigEndian(number, Checksum(named));
        png.Write(number);
    }

    private static uint Checksum(byte[] bytes)
    {
        var sum = uint.MaxValue;
        foreach (var one in bytes)
        {
            sum ^= one;
            for (var bit = 0; bit < 8; bit++) sum = (sum & 1) == 0 ? sum >> 1 : (sum >> 1) ^ 0xEDB88320;
        }

        return ~sum;
    }
}
