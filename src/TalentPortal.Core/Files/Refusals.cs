using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Files;

/// <summary>An upload of no bytes.</summary>
public sealed record FileEmpty : Refusal;

/// <summary>An upload above the limit.</summary>
/// <param name="LimitMegabytes">The limit, in MiB.</param>
public sealed record FileTooLarge(int LimitMegabytes) : Refusal
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [LimitMegabytes];
}

/// <summary>An upload of which another number of bytes arrived than was announced.</summary>
public sealed record UploadCutShort : Refusal;

/// <summary>A file of a known kind that is not among the accepted ones.</summary>
/// <param name="Found">What it is, such as <c>HEIC</c>.</param>
public sealed record FileTypeNotAccepted(string Found) : Refusal
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Found];
}

/// <summary>A file whose content is of no kind known here.</summary>
public sealed record FileTypeUnknown : Refusal;

/// <summary>A file whose name ends otherwise than its content demands.</summary>
/// <param name="Extension">The end of its name, with the dot.</param>
/// <param name="Found">What it is, such as <c>PDF</c>.</param>
public sealed record FileDisguised(string Extension, string Found) : Refusal
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Extension, Found];
}

/// <summary>A file that begins as an accepted kind and is not whole.</summary>
/// <param name="Format">What it begins as.</param>
public sealed record FileDamaged(string Format) : Refusal
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Format];
}

/// <summary>A file that carries something foreign before its beginning or after its end.</summary>
/// <param name="Format">What it is otherwise.</param>
public sealed record FileHidesAnother(string Format) : Refusal
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Format];
}

/// <summary>A picture with more pixels than a browser should be asked to draw.</summary>
/// <param name="Width">Its width in pixels.</param>
/// <param name="Height">Its height in pixels.</param>
public sealed record PictureTooLarge(long Width, long Height) : Refusal
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Width, Height];
}

/// <summary>A PDF that can run something or that carries other files.</summary>
/// <param name="Feature">The PDF name that says so, such as <c>JavaScript</c>.</param>
public sealed record PdfIsActive(string Feature) : Refusal
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Feature];
}

/// <summary>A PDF that is locked or packed so that nobody can tell whether it is harmless.</summary>
public sealed record PdfNotInspectable : Refusal;

/// <summary>An Office file with macros.</summary>
public sealed record OfficeHasMacros : Refusal;

/// <summary>An Office file behind a password.</summary>
public sealed record OfficeIsEncrypted : Refusal;

/// <summary>An Office file that unpacks to far more than it should.</summary>
/// <param name="LimitMegabytes">What it may unpack to, in MiB.</param>
public sealed record OfficeUnpacksTooLarge(int LimitMegabytes) : Refusal
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [LimitMegabytes];
}

/// <summary>The virus scanner found something.</summary>
/// <param name="Signature">What it calls it.</param>
public sealed record FileInfected(string Signature) : Refusal
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Signature];
}

/// <summary>The virus scanner gave no verdict, so the file cannot be taken now.</summary>
public sealed record FileNotScanned : Refusal;

/// <summary>A user's uploads of this day are used up.</summary>
/// <param name="Files">How many files a day there are.</param>
/// <param name="Megabytes">How many MiB a day there are.</param>
public sealed record UploadQuotaReached(int Files, long Megabytes) : Refusal
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Files, Megabytes];
}

/// <summary>No such material for this user: it never was, is removed, or belongs to another.</summary>
public sealed record MaterialNotFound : Refusal;

/// <summary>A material that a submitted case rests on.</summary>
public sealed record MaterialInUse : Refusal;

/// <summary>A material that a draft still links to.</summary>
public sealed record MaterialInDraft : Refusal;
