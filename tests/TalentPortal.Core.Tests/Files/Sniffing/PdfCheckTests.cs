using System.Text;
using TalentPortal.Core.Files;
using TalentPortal.Core.Kernel;
using Xunit;

namespace TalentPortal.Core.Tests.Files.Sniffing;

public sealed class PdfCheckTests
{
    [Theory]
    [InlineData("/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>", "JavaScript")]
    [InlineData("/OpenAction<</S/J#61vaScript/JS(x)>>", "JavaScript")]
    [InlineData("/Names<</JavaScript 7 0 R>>", "JavaScript")]
    [InlineData("/OpenAction<</S /Launch/F(calc.exe)>>", "Launch")]
    [InlineData("/Names<</EmbeddedFiles 7 0 R>>", "EmbeddedFiles")]
    [InlineData("/Type/EmbeddedFile", "EmbeddedFile")]
    [InlineData("/Type/Annot/Subtype/RichMedia", "RichMedia")]
    [InlineData("/A<</S/Rendition/JS(x)>>", "Rendition")]
    public void Sniff_ActivePdf_IsRefused(string entries, string name)
    {
        Assert.Equal(new PdfIsActive(name), Refusal(Samples.Pdf(trailer: entries)));
        Assert.Equal(new PdfIsActive(name), Refusal(Samples.Pdf(Samples.PdfObjectStream($"7 0 <<{entries}>>"))));
    }

    [Fact]
    public void Sniff_HarmlessObjectStream_IsTaken() =>
        Assert.Null(Refusal(Samples.Pdf(Samples.PdfObjectStream("7 0 <</OpenAction[3 0 R/Fit]/JavaScripts(about /Launching)>>"))));

    [Fact]
    public void Sniff_ObjectStreamUnderAnotherType_IsOpened() =>
        Assert.Equal(
            new PdfIsActive("Launch"),
            Refusal(Samples.Pdf(Samples.PdfObjectStream("7 0 <</S/Launch>>", "/N 1/F#69rst 4/Filter/FlateDecode"))));

    [Fact]
    public void Sniff_OutlineBeforeAPicture_IsTaken() =>
        Assert.Null(Refusal(Samples.Pdf(
            "5 0 obj\n<</Type/Outlines/First 6 0 R>>\nendobj\n6 0 obj\n<</Filter/DCTDecode/Length 3>>\nstream\nabc\nendstream\nendobj\n")));

    [Theory]
    [InlineData("/N 1/First 4/Filter[/ASCIIHexDecode/FlateDecode]", "")]
    [InlineData("/N 1/First 4/Filter/FlateDecode/DecodeParms<</Predictor 12>>", "")]
    [InlineData("/N 1/First 4/Filter/FlateDecode", "/Encrypt 8 0 R")]
    public void Sniff_ObjectStreamThatHides_IsNotInspectable(string dictionary, string trailer) =>
        Assert.Equal(new PdfNotInspectable(), Refusal(Samples.Pdf(Samples.PdfObjectStream("7 0 <<>>", dictionary), trailer)));

    [Fact]
    public void Sniff_BrokenObjectStream_IsNotInspectable() =>
        Assert.Equal(
            new PdfNotInspectable(),
            Refusal(Samples.Pdf("9 0 obj\n<</N 1/First 4/Filter/FlateDecode/Length 3>>\nstream\nabc\nendstream\nendobj\n")));

    [Fact]
    public void Sniff_ObjectStreamBomb_IsNotInspectable() =>
        Assert.Equal(new PdfNotInspectable(), Refusal(Samples.Pdf(Samples.PdfObjectStream(new string(' ', 33 * 1024 * 1024)))));

    [Fact]
    public void Sniff_CountlessStreams_IsNotInspectable() =>
        Assert.Equal(new PdfNotInspectable(), Refusal(Samples.Pdf(string.Concat(Enumerable.Repeat("/First 1 stream\n", 100_000)))));

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<html>")]
    [InlineData("\n")]
    public void Sniff_SomethingBeforeThePdf_IsRefused(string before) =>
        Assert.Equal(new FileHidesAnother("PDF"), Refusal([.. Encoding.Latin1.GetBytes(before), .. Samples.Pdf()]));

    [Fact]
    public void Sniff_SomethingAfterThePdf_IsRefused() =>
        Assert.Equal(new FileHidesAnother("PDF"), Refusal([.. Samples.Pdf(), .. Samples.Docx()]));

    [Theory]
    [InlineData("%PDF-1.7\n%%EOF")]
    [InlineData("%PDF-1.7\nstartxref\n99999\n%%EOF")]
    [InlineData("%PDF-1.7\nstartxref\nx\n%%EOF")]
    [InlineData("%PDF-9.7\nstartxref\n1\n%%EOF")]
    [InlineData("%PDF-")]
    public void Sniff_PdfWithoutOrder_IsDamaged(string content) =>
        Assert.Equal(new FileDamaged("PDF"), Refusal(Encoding.Latin1.GetBytes(content)));

    private static Refusal? Refusal(byte[] content) => FileSniffer.Sniff(content, "a.pdf").Refusal;
}
