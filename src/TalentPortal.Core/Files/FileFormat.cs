namespace TalentPortal.Core.Files;

/// <summary>A kind of file that the portal takes.</summary>
public sealed class FileFormat
{
    private FileFormat(string name, string contentType, bool isInline, params string[] extensions)
    {
        Name = name;
        ContentType = contentType;
        IsInline = isInline;
        Extensions = extensions;
    }

    /// <summary>PDF (ISO 32000).</summary>
    public static FileFormat Pdf { get; } = new("PDF", "application/pdf", isInline: true, ".pdf");

    /// <summary>JPEG (ITU-T T.81).</summary>
    public static FileFormat Jpeg { get; } = new("JPEG", "image/jpeg", isInline: true, ".jpg", ".jpeg", ".jpe", ".jfif");

    /// <summary>PNG (ISO/IEC 15948).</summary>
    public static FileFormat Png { get; } = new("PNG", "image/png", isInline: true, ".png");

    /// <summary>A text document (ISO/IEC 29500).</summary>
    public static FileFormat Docx { get; } =
        new("DOCX", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", isInline: false, ".docx");

    /// <summary>A workbook (ISO/IEC 29500).</summary>
    public static FileFormat Xlsx { get; } =
        new("XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", isInline: false, ".xlsx");

    /// <summary>All of them, in the order in which pages name them.</summary>
    public static IReadOnlyList<FileFormat> All { get; } = [Pdf, Jpeg, Png, Docx, Xlsx];

    /// <summary>What people call it.</summary>
    public string Name { get; }

    /// <summary>The media type under which it is served.</summary>
    public string ContentType { get; }

    /// <summary>Whether a browser shows it in the page; otherwise it is handed over for download.</summary>
    public bool IsInline { get; }

    /// <summary>How its names may end: in lower case, with the dot, the usual one first.</summary>
    public IReadOnlyList<string> Extensions { get; }

    /// <summary>The format that is served under a media type.</summary>
    /// <exception cref="ArgumentException">No format of the portal is.</exception>
    public static FileFormat OfContentType(string contentType) =>
        All.FirstOrDefault(format => string.Equals(format.ContentType, contentType, StringComparison.Ordinal))
        ?? throw new ArgumentException($"'{contentType}' is no content type of the portal.", nameof(contentType));
}
