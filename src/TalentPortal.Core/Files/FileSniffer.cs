using TalentPortal.Core.Files.Sniffing;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Files;

/// <summary>Says what an upload is by its content alone. Pure; any bytes get an answer, none an exception.</summary>
public static class FileSniffer
{
    /// <summary>The largest upload, in bytes; the schema holds the same number.</summary>
    public const int MaximumBytes = 10 * 1024 * 1024;

    /// <summary>The largest upload, in MiB.</summary>
    internal const int MaximumMegabytes = MaximumBytes / (1024 * 1024);

    private const int PdfHeaderReach = 1024;

    /// <summary>The format of a file that is whole, harmless as far as can be seen, and named for what it is.</summary>
    /// <param name="content">All of it.</param>
    /// <param name="fileName">Its name: it proves nothing, but must not contradict.</param>
    public static Result<FileFormat> Sniff(ReadOnlyMemory<byte> content, string fileName)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        if (content.IsEmpty) return new FileEmpty();
        if (content.Length > MaximumBytes) return new FileTooLarge(MaximumMegabytes);
        var found = ByContent(content);
        if (!found.Succeeded) return found;
        var format = found.Value;
        return FileName.ExtensionOf(fileName) is { } extension && !format.Extensions.Contains(extension, StringComparer.OrdinalIgnoreCase)
            ? new FileDisguised(extension, format.Name)
            : found;
    }

    private static Result<FileFormat> ByContent(ReadOnlyMemory<byte> content)
    {
        var bytes = content.Span;
        if (bytes.StartsWith(PdfCheck.Header)) return Answer(FileFormat.Pdf, PdfCheck.Examine(content));
        if (bytes.StartsWith(JpegCheck.Header)) return Answer(FileFormat.Jpeg, JpegCheck.Examine(bytes));
        if (bytes.StartsWith(PngCheck.Header)) return Answer(FileFormat.Png, PngCheck.Examine(bytes));
        if (bytes.StartsWith(PackageCheck.Header)) return PackageCheck.Examine(content);
        // Readers accept a PDF that begins later; a browser would take what stands before it for a page.
        if (bytes[..Math.Min(bytes.Length, PdfHeaderReach)].IndexOf(PdfCheck.Header) > 0) return new FileHidesAnother(FileFormat.Pdf.Name);
        return ForeignContent.Name(bytes);
    }

    private static Result<FileFormat> Answer(FileFormat format, Refusal? refusal) => refusal is null ? format : refusal;
}
