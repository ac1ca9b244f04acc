using TalentPortal.Core.Files;
using TalentPortal.Core.Kernel;
using Xunit;

namespace TalentPortal.Core.Tests.Files.Sniffing;

public sealed class PictureCheckTests
{
    public static TheoryData<string> Foreign => ["PK\u0003\u0004", "%PDF-1.7", "MZ", "..<SCRIPT>", "<?php", "<html"];

    [Theory]
    [MemberData(nameof(Foreign))]
    public void Sniff_FileBehindAPicture_IsRefused(string tail)
    {
        var bytes = System.Text.Encoding.Latin1.GetBytes(tail);

        Assert.Equal(new FileHidesAnother("PNG"), Refusal([.. Samples.Png(), .. bytes]));
        Assert.Equal(new FileHidesAnother("JPEG"), Refusal([.. Samples.Jpeg(), .. bytes]));
    }

    [Fact]
    public void Sniff_CameraTrailer_IsTaken() => Assert.Null(Refusal([.. Samples.Jpeg(), .. "SEFHe\0\0\0SEFT"u8]));

    [Fact]
    public void Sniff_HugePicture_IsRefused()
    {
        Assert.Equal(new PictureTooLarge(65_535, 65_535), Refusal(Samples.Jpeg(65_535, 65_535)));
        Assert.Equal(new PictureTooLarge(uint.MaxValue, uint.MaxValue), Refusal(Samples.Png(uint.MaxValue, uint.MaxValue)));
        Assert.Null(Refusal(Samples.Jpeg(16_320, 12_240)));
    }

    [Fact]
    public void Sniff_PictureWithoutSize_IsDamaged()
    {
        Assert.Equal(new FileDamaged("JPEG"), Refusal(Samples.Jpeg(width: 0)));
        Assert.Equal(new FileDamaged("PNG"), Refusal(Samples.Png(height: 0)));
    }

    [Fact]
    public void Sniff_PngWithWrongChecksum_IsDamaged()
    {
        var png = Samples.Png();
        png[16]++;

        Assert.Equal(new FileDamaged("PNG"), Refusal(png));
    }

    [Fact]
    public void Sniff_PngWithoutPixels_IsDamaged()
    {
        var png = Samples.Png();
        Assert.Equal(new FileDamaged("PNG"), Refusal([.. png.AsSpan(0, 33), .. Samples.Chunk("IEND", [])]));
    }

    [Fact]
    public void Sniff_JpegWithProgressiveScansAndFill_IsTaken()
    {
        var jpeg = Samples.Jpeg();
        byte[] secondScan = [0xFF, .. Samples.Segment(0xDA, [1, 1, 0, 0, 63, 0]), 0x12, 0xFF, 0xD9];

        Assert.Null(Refusal([.. jpeg.AsSpan(0, jpeg.Length - 2), .. secondScan]));
    }

    [Fact]
    public void Sniff_JpegWithoutScan_IsDamaged() =>
        Assert.Equal(new FileDamaged("JPEG"), Refusal([0xFF, 0xD8, .. Samples.Segment(0xE0, [1]), 0xFF, 0xD9]));

    private static Refusal? Refusal(byte[] content) => FileSniffer.Sniff(content, "picture").Refusal;
}
