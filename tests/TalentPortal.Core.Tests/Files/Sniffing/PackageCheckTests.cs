using System.Buffers.Binary;
using TalentPortal.Core.Files;
using TalentPortal.Core.Kernel;
using Xunit;

namespace TalentPortal.Core.Tests.Files.Sniffing;

public sealed class PackageCheckTests
{
    private const int Mebibyte = 1024 * 1024;

    [Fact]
    public void Sniff_PlainZip_IsNotAccepted()
    {
        Assert.Equal(new FileTypeNotAccepted("ZIP"), Refusal(Samples.Package(("a.txt", "a"))));
        Assert.Equal(new FileTypeNotAccepted("ZIP"), Refusal(Samples.Package(("[Content_Types].xml", Samples.Types()))));
    }

    [Theory]
    [InlineData("word/vbaProject.bin")]
    [InlineData("word/VBAPROJECT.BIN")]
    [InlineData("xl/macrosheets/sheet1.xml")]
    [InlineData("word/activeX/activeX1.bin")]
    public void Sniff_Macros_AreRefused(string part) => Assert.Equal(new OfficeHasMacros(), Refusal(Samples.Docx((part, "x"))));

    [Fact]
    public void Sniff_MacroContentType_IsRefused()
    {
        var types = Samples.Types(("/word/document.xml", "application/vnd.ms-word.document.macroEnabled.main+xml"));

        Assert.Equal(new OfficeHasMacros(), Refusal(Samples.Package(("[Content_Types].xml", types), ("word/document.xml", "<a/>"))));
    }

    [Fact]
    public void Sniff_MainPartMissingOrTwice_IsDamaged()
    {
        var missing = Samples.Types(("/word/document.xml", Samples.WordMain));
        var both = Samples.Types(("/a.xml", Samples.WordMain), ("/a.xml", Samples.SheetMain));

        Assert.Equal(new FileDamaged("ZIP"), Refusal(Samples.Package(("[Content_Types].xml", missing))));
        Assert.Equal(new FileDamaged("ZIP"), Refusal(Samples.Package(("[Content_Types].xml", both), ("a.xml", "<a/>"))));
    }

    [Theory]
    [InlineData("<Types")]
    [InlineData("<!DOCTYPE a [<!ENTITY b \"c\">]><Types>&b;</Types>")]
    public void Sniff_ContentTypesUnreadable_IsDamaged(string types) =>
        Assert.Equal(new FileDamaged("ZIP"), Refusal(Samples.Package(("[Content_Types].xml", types))));

    [Theory]
    [InlineData("../evil.xml")]
    [InlineData("/evil.xml")]
    [InlineData("word\\evil.xml")]
    [InlineData("WORD/DOCUMENT.XML")]
    public void Sniff_NameThatMisleads_IsDamaged(string part) => Assert.Equal(new FileDamaged("ZIP"), Refusal(Samples.Docx((part, "x"))));

    [Fact]
    public void Sniff_ZipBomb_IsRefused() =>
        Assert.Equal(new OfficeUnpacksTooLarge(128), Refusal(Samples.Docx(("word/media/a.xml", new string(' ', 8 * Mebibyte)))));

    [Fact]
    public void Sniff_ZipBombThatLies_IsRefused()
    {
        var bomb = Samples.Docx(("word/media/a.xml", new string(' ', 8 * Mebibyte)));
        // The central directory's record of the last part: its uncompressed size stands at 24.
        var record = bomb.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BinaryPrimitives.WriteUInt32LittleEndian(bomb.AsSpan(record + 24), 10);

        Assert.True(Refusal(bomb) is FileDamaged or OfficeUnpacksTooLarge);
    }

    [Fact]
    public void Sniff_ManySmallParts_AddUp()
    {
        var parts = Enumerable.Range(0, 40).Select(number => ($"word/{number}.xml", new string('a', 4 * Mebibyte)));

        Assert.Equal(new OfficeUnpacksTooLarge(128), Refusal(Samples.Docx([.. parts])));
    }

    [Fact]
    public void Sniff_TooManyParts_IsRefused() =>
        Assert.Equal(
            new OfficeUnpacksTooLarge(128),
            Refusal(Samples.Docx([.. Enumerable.Range(0, 5_000).Select(number => ($"word/{number}.xml", "x"))])));

    [Fact]
    public void Sniff_LargeButHonestWorkbook_IsTaken()
    {
        var rows = string.Concat(Enumerable.Range(0, 100_000).Select(row => $"<row r=\"{row}\"><c><v>{row * 7919 % 1000}</v></c></row>"));

        Assert.Null(Refusal(Samples.Xlsx(("xl/worksheets/sheet1.xml", rows))));
    }

    [Fact]
    public void Sniff_EncryptedPart_IsRefused()
    {
        var package = Samples.Docx();
        var record = package.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        package[record + 8] |= 1;

        Assert.Equal(new OfficeIsEncrypted(), Refusal(package));
    }

    [Fact]
    public void Sniff_SomethingBehindThePackage_IsDamaged() =>
        Assert.Equal(new FileDamaged("ZIP"), Refusal([.. Samples.Docx(), .. "<html>"u8]));

    private static Refusal? Refusal(byte[] content) => FileSniffer.Sniff(content, "file").Refusal;
}
