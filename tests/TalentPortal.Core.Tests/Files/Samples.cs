using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using TalentPortal.Core.Files;
using TalentPortal.Core.Files.Sniffing;

namespace TalentPortal.Core.Tests.Files;

/// <summary>Small real files of every accepted format, made byte by byte.</summary>
internal static class Samples
{
    public const string WordMain = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    public const string SheetMain = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    public static IReadOnlyDictionary<string, byte[]> All => new Dictionary<string, byte[]>(StringComparer.Ordinal)
    {
        { "PDF", Pdf() }, { "JPEG", Jpeg() }, { "PNG", Png() }, { "DOCX", Docx() }, { "XLSX", Xlsx() },
    };

    public static byte[] Of(FileFormat format) => All[format.Name];

    /// <summary>An empty page, with more objects or trailer entries where given, padded with a comment to a length.</summary>
    public static byte[] Pdf(string objects = "", string trailer = "", int length = 0) =>
        Pdf(Encoding.Latin1.GetBytes(objects), trailer, length);

    public static byte[] Pdf(byte[] objects, string trailer = "", int length = 0)
    {
        var text = new StringBuilder("%PDF-1.7\n");
        var offsets = new List<int>();
        string[] fixedObjects =
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>",
        ];
        foreach (var (content, number) in fixedObjects.Select((content, index) => (content, index + 1)))
        {
            offsets.Add(text.Length);
            text.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{content}\nendobj\n");
        }

        text.Append(Encoding.Latin1.GetString(objects));
        if (length > 0)
        {
            var filler = length - text.Length - PdfEnd(offsets, 0, trailer).Length;
            text.Append('%').Append('x', filler - 2).Append('\n');
        }

        text.Append(PdfEnd(offsets, text.Length, trailer));
        return Encoding.Latin1.GetBytes(text.ToString());
    }

    private static string PdfEnd(List<int> offsets, int table, string trailer)
    {
        var end = new StringBuilder("xref\n0 4\n0000000000 65535 f \n");
        foreach (var offset in offsets) end.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        end.Append(CultureInfo.InvariantCulture, $"trailer\n<</Size 4/Root 1 0 R{trailer}>>\nstartxref\n{table:D8}\n%%EOF\n");
        return end.ToString();
    }

    /// <summary>A PDF object stream that holds these objects packed.</summary>
    public static byte[] PdfObjectStream(string objects, string dictionary = "/Type/ObjStm/N 1/First 4/Filter/FlateDecode")
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(Encoding.Latin1.GetBytes(objects));
        return
        [
            .. Encoding.Latin1.GetBytes($"9 0 obj\n<<{dictionary}/Length {packed.Length}>>\nstream\n"),
            .. packed.ToArray(),
            .. "\nendstream\nendobj\n"u8,
        ];
    }

    /// <summary>Black pixels.</summary>
    public static byte[] Png(uint width = 3, uint height = 2)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteUInt32BigEndian(header, width);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        using var pixels = new MemoryStream();
        // One byte of filter and one a pixel; wrong sizes are for the limits, which are checked first.
        using (var zlib = new ZLibStream(pixels, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(new byte[(3 + 1) * 2]);
        return [.. PngCheck.Header, .. Chunk("IHDR", header), .. Chunk("IDAT", pixels.ToArray()), .. Chunk("IEND", [])];
    }

    public static byte[] Chunk(string type, byte[] data)
    {
        byte[] covered = [.. Encoding.ASCII.GetBytes(type), .. data];
        var chunk = new byte[covered.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        covered.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(chunk.Length - 4), Crc32.Of(covered));
        return chunk;
    }

    /// <summary>A grey block of eight by eight, baseline, with the smallest tables.</summary>
    public static byte[] Jpeg(ushort width = 8, ushort height = 8) =>
    [
        0xFF, 0xD8,
        .. Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
        .. Segment(0xDB, [0, .. Enumerable.Repeat((byte)1, 64)]),
        .. Segment(0xC0, [8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0]),
        .. Segment(0xC4, [0x00, 1, .. new byte[15], 0]),
        .. Segment(0xC4, [0x10, 1, .. new byte[15], 0]),
        .. Segment(0xDA, [1, 1, 0, 0, 63, 0]),
        0x3F, 0xFF, 0x00, 0xFF, 0xD0, 0x3F,
        0xFF, 0xD9,
    ];

    public static byte[] Segment(byte marker, byte[] data) =>
        [0xFF, marker, (byte)((data.Length + 2) >> 8), (byte)(data.Length + 2), .. data];

    public static byte[] Docx(params (string Name, string Content)[] more) =>
        Package([("[Content_Types].xml", Types(("/word/document.xml", WordMain))), ("word/document.xml", "<document/>"), .. more]);

    public static byte[] Xlsx(params (string Name, string Content)[] more) =>
        Package([("[Content_Types].xml", Types(("/xl/workbook.xml", SheetMain))), ("xl/workbook.xml", "<workbook/>"), .. more]);

    public static string Types(params (string Part, string Type)[] overrides) =>
        "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        + string.Concat(overrides.Select(part => $"<Override PartName=\"{part.Part}\" ContentType=\"{part.Type}\"/>")) + "</Types>";

    public static byte[] Package(params (string Name, string Content)[] entries)
    {
        using var package = new MemoryStream();
        using (var archive = new ZipArchive(package, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = archive.CreateEntry(name, CompressionLevel.Optimal).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return package.ToArray();
    }
}
