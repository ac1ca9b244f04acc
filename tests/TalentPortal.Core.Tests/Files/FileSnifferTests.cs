using System.Text;
using TalentPortal.Core.Files;
using TalentPortal.Core.Kernel;
using Xunit;

namespace TalentPortal.Core.Tests.Files;

public sealed class FileSnifferTests
{
    public static TheoryData<string> Formats => [.. Samples.All.Keys];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Sniff_WholeFile_IsItsFormat(string name)
    {
        var result = FileSniffer.Sniff(Samples.All[name], "proof");

        Assert.Null(result.Refusal);
        Assert.Equal(name, result.Value.Name);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Sniff_EachUsualExtension_IsTaken(string name)
    {
        var format = FileFormat.All.Single(format => format.Name == name);

        Assert.All(format.Extensions, extension =>
            Assert.True(FileSniffer.Sniff(Samples.Of(format), "A" + extension.ToUpperInvariant()).Succeeded));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Sniff_NamedAsAnother_IsDisguised(string name)
    {
        var others = FileFormat.All.Where(format => format.Name != name).SelectMany(format => format.Extensions);

        Assert.All([.. others, ".exe", ".html"], extension =>
            Assert.Equal(new FileDisguised(extension, name), FileSniffer.Sniff(Samples.All[name], "proof" + extension).Refusal));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Sniff_CutOff_IsDamaged(string name)
    {
        var whole = Samples.All[name];
        foreach (var percent in Enumerable.Range(1, 19).Select(step => step * 5))
        {
            var cut = whole.AsMemory(0, Math.Max(12, whole.Length * percent / 100));
            Assert.IsType<FileDamaged>(FileSniffer.Sniff(cut, "proof").Refusal);
        }
    }

    [Fact]
    public void Sniff_Nothing_IsEmpty() => Assert.Equal(new FileEmpty(), FileSniffer.Sniff(Array.Empty<byte>(), "a.pdf").Refusal);

    [Fact]
    public void Sniff_TenMebibytesExactly_IsTakenAndOneMoreIsNot()
    {
        var largest = Samples.Pdf(length: FileSniffer.MaximumBytes);
        Assert.Equal(10_485_760, largest.Length);

        Assert.True(FileSniffer.Sniff(largest, "a.pdf").Succeeded);
        Assert.Equal(new FileTooLarge(10), FileSniffer.Sniff(Samples.Pdf(length: FileSniffer.MaximumBytes + 1), "a.pdf").Refusal);
    }

    [Theory]
    [InlineData("<html><body>", "HTML")]
    [InlineData("\uFEFF \n<!DOCTYPE HTML><title>", "HTML")]
    [InlineData("<?xml version=\"1.0\"?><!-- --><svg onload='x()'/>", "SVG")]
    [InlineData("<?xml version=\"1.0\"?><a/>", "XML")]
    [InlineData("<script>x()</script>", "HTML")]
    [InlineData("MZ\u0090\0", "EXE")]
    [InlineData("\u007FELF\u0002", "ELF")]
    [InlineData("#!/bin/sh", "SCRIPT")]
    [InlineData("GIF89a", "GIF")]
    [InlineData("\0\0\0\u0018ftypheic", "HEIC")]
    [InlineData("RIFF\0\0\0\0WEBPVP8 ", "WEBP")]
    [InlineData("{\\rtf1", "RTF")]
    [InlineData("PK\u0005\u0006", "ZIP")]
    public void Sniff_AnotherKind_IsNamed(string content, string found)
    {
        var bytes = content[0] == '\uFEFF' ? Encoding.UTF8.GetBytes(content) : Encoding.Latin1.GetBytes(content);

        Assert.Equal(new FileTypeNotAccepted(found), FileSniffer.Sniff(bytes, "a.pdf").Refusal);
    }

    [Fact]
    public void Sniff_PlainText_IsUnknown() =>
        Assert.Equal(new FileTypeUnknown(), FileSniffer.Sniff("A promise of truth."u8.ToArray(), "a.pdf").Refusal);

    [Fact]
    public void Sniff_CompoundFile_TellsOldFromEncrypted()
    {
        byte[] old = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[64]];

        Assert.Equal(new FileTypeNotAccepted("DOC/XLS"), FileSniffer.Sniff(old, "a.docx").Refusal);
        Assert.Equal(
            new OfficeIsEncrypted(),
            FileSniffer.Sniff((byte[])[.. old, .. Encoding.Unicode.GetBytes("EncryptedPackage")], "a.docx").Refusal);
    }

    [Fact]
    public void Sniff_RandomBytes_GetAnAnswer()
    {
        var random = new Random(20260302);
        byte[][] beginnings = [[], [.. "%PDF-1.7\n"u8], [0xFF, 0xD8, 0xFF], [.. Samples.Png().AsSpan(0, 8)], [.. "PK\u0003\u0004"u8]];
        for (var round = 0; round < 5_000; round++)
        {
            var bytes = new byte[random.Next(400)];
            random.NextBytes(bytes);
            AssertAnswers([.. beginnings[round % beginnings.Length], .. bytes]);
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Sniff_SpoiltBytes_GetAnAnswer(string name)
    {
        var random = new Random(20260302);
        var whole = name == "PDF" ? Samples.Pdf(Samples.PdfObjectStream("1 0 <</A/B>>")) : Samples.All[name];
        for (var round = 0; round < 5_000; round++)
        {
            var bytes = whole.ToArray();
            for (var hits = random.Next(1, 6); hits > 0; hits--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            AssertAnswers(random.Next(4) == 0 ? bytes[..random.Next(bytes.Length)] : bytes);
        }
    }

    private static void AssertAnswers(byte[] bytes)
    {
        Result<FileFormat>? result = null;
        var failure = Record.Exception(() => result = FileSniffer.Sniff(bytes, "a.pdf"));
        Assert.True(failure is null, $"{failure} for {Convert.ToHexString(bytes)}");
        Assert.NotNull(result);
    }
}
