using TalentPortal.Core.Catalogue.Rules;

namespace TalentPortal.Web.Presentation.Fields;

/// <summary>A question that is answered with files.</summary>
public sealed record FileFieldView
{
    /// <summary>The HTML name of the file control.</summary>
    public required string Name { get; init; }

    /// <summary>What is to be handed in.</summary>
    public required string Label { get; init; }

    /// <summary>What counts, in words; formats and size are added.</summary>
    public string? Hint { get; init; }

    /// <summary>What is wrong; null when nothing is.</summary>
    public string? Error { get; init; }

    /// <summary>Whether it must be handed in.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The accepted formats, as the <c>accept</c> attribute takes them: <c>.pdf,.jpg,.png</c>.</summary>
    public string Accept { get; init; } = ".pdf,.jpg,.jpeg,.png";

    /// <summary>The most bytes a file may have.</summary>
    public required long MaxBytes { get; init; }

    /// <summary>The most files.</summary>
    public int MaxFiles { get; init; } = 1;

    /// <summary>What has been handed in.</summary>
    public IReadOnlyList<FileView> Files { get; init; } = [];

    /// <summary>
    /// Where script posts each file to (field name as here, antiforgery token in the header); it answers with a
    /// <c>&lt;file-row&gt;</c>, or with status 4xx and a sentence as plain text. Null: files go with the form.
    /// </summary>
    public string? UploadHref { get; init; }

    /// <summary>A template to download; null for none.</summary>
    public string? TemplateHref { get; init; }

    /// <summary>What must hold for it to be shown; null for always.</summary>
    public Condition? ShownWhen { get; init; }

    /// <summary>The element's id.</summary>
    public string Id => FieldView.IdOf(Name);
}
