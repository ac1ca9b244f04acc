using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Files.Sniffing;

/// <summary>What JPEG and PNG have in common.</summary>
internal static class PictureCheck
{
    /// <summary>Above this a browser needs a gigabyte to draw it; the largest telephone cameras stay below.</summary>
    public const long MaximumPixels = 250_000_000;

    /// <summary>Judges a picture that was read to its end.</summary>
    /// <param name="format">Its format.</param>
    /// <param name="width">In pixels.</param>
    /// <param name="height">In pixels.</param>
    /// <param name="tail">What follows its end.</param>
    public static Refusal? Judge(FileFormat format, long width, long height, ReadOnlySpan<byte> tail)
    {
        if (width <= 0 || height <= 0) return new FileDamaged(format.Name);
        if (width > MaximumPixels / height) return new PictureTooLarge(width, height);
        return ForeignContent.IsIn(tail) ? new FileHidesAnother(format.Name) : null;
    }
}
