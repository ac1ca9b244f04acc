using System.Buffers.Binary;
using System.IO.Compression;
using System.Xml;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Files.Sniffing;

/// <summary>
/// An Office file: a ZIP package (ISO/IEC 29500-2) whose content types name a document or a workbook. Everything is unpacked once,
/// counted and thrown away, because the sizes that an archive states may lie.
/// </summary>
internal static class PackageCheck
{
    private const string Zip = "ZIP";
    private const int EndRecordLength = 22;
    private const int MaximumEntries = 5_000;
    private const int MaximumUnpackedMegabytes = 128;
    private const long MaximumUnpacked = MaximumUnpackedMegabytes * 1024L * 1024;
    private const long RatioMattersAbove = 4L * 1024 * 1024;
    private const long MaximumRatio = 250;

    /// <summary>What a ZIP begins with when nothing stands before it.</summary>
    public static ReadOnlySpan<byte> Header => "PK\u0003\u0004"u8;

    private static ReadOnlySpan<byte> EndRecord => "PK\u0005\u0006"u8;

    /// <summary>DOCX or XLSX, or why not.</summary>
    public static Result<FileFormat> Examine(ReadOnlyMemory<byte> content)
    {
        // No Office program writes an archive comment: the end record is the end, and nothing hides behind it.
        if (content.Length < EndRecordLength || !content.Span[^EndRecordLength..].StartsWith(EndRecord)) return new FileDamaged(Zip);
        if (BinaryPrimitives.ReadUInt16LittleEndian(content.Span[^12..]) > MaximumEntries) return TooLarge();
        try
        {
            using var archive = new ZipArchive(Memory.Read(content), ZipArchiveMode.Read);
            return ExamineEntries(archive) is { } refusal ? refusal : FindFormat(archive);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or XmlException or NotSupportedException)
        {
            return new FileDamaged(Zip);
        }
    }

    private static OfficeUnpacksTooLarge TooLarge() => new(MaximumUnpackedMegabytes);

    private static Refusal? ExamineEntries(ZipArchive archive)
    {
        if (archive.Entries.Count > MaximumEntries) return TooLarge();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var left = MaximumUnpacked;
        foreach (var entry in archive.Entries)
        {
            if (entry.IsEncrypted) return new OfficeIsEncrypted();
            if (!names.Add(entry.FullName) || LeavesTheFolder(entry.FullName)) return new FileDamaged(Zip);
            if (IsMacro(entry.FullName)) return new OfficeHasMacros();
            var limit = Math.Min(left, Math.Max(RatioMattersAbove, entry.CompressedLength * MaximumRatio));
            if (entry.Length > limit) return TooLarge();
            var (length, checksum) = Unpack(entry, limit);
            if (length > limit) return TooLarge();
            if (length != entry.Length || checksum != entry.Crc32) return new FileDamaged(Zip);
            left -= length;
        }

        return null;
    }

    private static bool LeavesTheFolder(string name) =>
        name.Contains('\\', StringComparison.Ordinal) || name.StartsWith('/') || name.Split('/').Contains("..", StringComparer.Ordinal);

    private static bool IsMacro(string name) =>
        name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)
        || name.Contains("/macrosheets/", StringComparison.OrdinalIgnoreCase)
        || name.Contains("/activeX/", StringComparison.OrdinalIgnoreCase);

    /// <summary>How many bytes really come out, and their checksum; stops when there are more than the limit.</summary>
    private static (long Length, uint Checksum) Unpack(ZipArchiveEntry entry, long limit)
    {
        using var source = entry.Open();
        var buffer = new byte[32 * 1024];
        var (length, checksum) = (0L, 0u);
        for (var read = source.Read(buffer); read > 0 && length <= limit; read = source.Read(buffer))
        {
            length += read;
            checksum = Crc32.Of(buffer.AsSpan(0, read), checksum);
        }

        return (length, checksum);
    }

    private static Result<FileFormat> FindFormat(ZipArchive archive)
    {
        if (archive.GetEntry("[Content_Types].xml") is not { } types) return new FileTypeNotAccepted(Zip);
        var found = new HashSet<FileFormat>();
        using var source = types.Open();
        using var xml = XmlReader.Create(source, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        while (xml.Read())
        {
            if (xml.NodeType is not XmlNodeType.Element || xml.GetAttribute("ContentType") is not { } type) continue;
            if (type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase)) return new OfficeHasMacros();
            if (MainPart(type) is not { } format || xml.LocalName is not "Override") continue;
            if (archive.GetEntry((xml.GetAttribute("PartName") ?? "").TrimStart('/')) is null) return new FileDamaged(Zip);
            found.Add(format);
        }

        return found.Count switch { 0 => new FileTypeNotAccepted(Zip), 1 => found.Single(), _ => new FileDamaged(Zip) };
    }

    private static FileFormat? MainPart(string contentType) => contentType switch
    {
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml" => FileFormat.Docx,
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml" => FileFormat.Xlsx,
        _ => null,
    };
}
