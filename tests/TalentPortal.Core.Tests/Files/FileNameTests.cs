using System.Text;
using TalentPortal.Core.Files;
using Xunit;

namespace TalentPortal.Core.Tests.Files;

public sealed class FileNameTests
{
    [Theory]
    [InlineData("proof.pdf", "proof.pdf")]
    [InlineData("\u8BC1\u4E66 2.PDF", "\u8BC1\u4E66 2.PDF")]
    [InlineData("C:\\Users\\a\\proof.pdf", "proof.pdf")]
    [InlineData("../../etc/passwd", "passwd.pdf")]
    [InlineData("..", "file.pdf")]
    [InlineData("", "file.pdf")]
    [InlineData(".pdf", "file.pdf")]
    [InlineData("a\u202Efdp.exe", "afdp.exe.pdf")]
    [InlineData("a\u200B\0\u0007b.pdf", "ab.pdf")]
    [InlineData("a\r\nSet-Cookie: x.pdf", "a Set-Cookie_ x.pdf")]
    [InlineData("a<b>\"c\"|d?*.pdf", "a_b__c__d__.pdf")]
    [InlineData("  a  \t b . .pdf", "a b.pdf")]
    [InlineData("a.pdf. . ", "a.pdf")]
    [InlineData("con.pdf", "_con.pdf")]
    [InlineData("NUL", "_NUL.pdf")]
    [InlineData("lpt9.tar.pdf", "_lpt9.tar.pdf")]
    [InlineData("console.pdf", "console.pdf")]
    [InlineData("report 2.0", "report 2.0.pdf")]
    [InlineData("e\u0301.pdf", "\u00E9.pdf")]
    public void Clean_Given_IsSafe(string given, string clean)
    {
        Assert.Equal(clean, FileName.Clean(given, FileFormat.Pdf));
        Assert.Equal(clean, FileName.Clean(clean, FileFormat.Pdf));
    }

    [Fact]
    public void Clean_LoneSurrogate_IsDropped() => Assert.Equal("ab.pdf", FileName.Clean("a\uD800b.pdf", FileFormat.Pdf));

    [Theory]
    [InlineData("a")]
    [InlineData("\u8BC1")]
    [InlineData("\U0001F393")]
    public void Clean_LongName_KeepsItsExtensionAndFits(string character)
    {
        var clean = FileName.Clean(string.Concat(Enumerable.Repeat(character, 400)) + ".jpeg", FileFormat.Jpeg);

        Assert.InRange(Encoding.UTF8.GetByteCount(clean), 250, FileName.MaximumBytes);
        Assert.EndsWith(character + ".jpeg", clean, StringComparison.Ordinal);
    }

    [Fact]
    public void Clean_AnyCharacters_IsCleanTheSecondTime()
    {
        var random = new Random(20260302);
        for (var round = 0; round < 5_000; round++)
        {
            var top = round % 2 == 0 ? 128 : 65_536;
            var given = new string([.. Enumerable.Range(0, random.Next(300)).Select(_ => (char)random.Next(top))]);
            var clean = FileName.Clean(given, FileFormat.Png);

            Assert.Equal(clean, FileName.Clean(clean, FileFormat.Png));
            Assert.InRange(clean.Length, 5, 255);
            Assert.DoesNotContain(clean, char.IsControl);
            Assert.True(clean.IndexOfAny([.. "/\\<>:\"|?*"]) < 0, clean);
        }
    }

    [Fact]
    public void Distinguish_EqualNames_AreNumbered() =>
        Assert.Equal(
            ["a.pdf", "A (3).PDF", "a (2).pdf", "b", "b (2)", "a (4).pdf"],
            FileName.Distinguish(["a.pdf", "A.PDF", "a (2).pdf", "b", "b", "a.pdf"]));

    [Fact]
    public void Distinguish_LongestNames_StayWithinTheLimit()
    {
        var longest = FileName.Clean(new string('a', 300), FileFormat.Pdf);
        var names = FileName.Distinguish([longest, longest, longest]);

        Assert.Equal(3, names.Distinct(StringComparer.Ordinal).Count());
        Assert.All(names, name => Assert.Equal(FileName.MaximumBytes, name.Length));
    }
}
