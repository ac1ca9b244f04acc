using System.Globalization;
using System.Text;
using QRCoder;

namespace TalentPortal.Web.Pages.Talent.Cards.InHand;

/// <summary>A QR code as one path of an SVG: some kilobytes, drawn by the page and by its script alike.</summary>
/// <param name="Size">Modules a side, with the white margin.</param>
/// <param name="Path">The dark modules.</param>
internal sealed record QrDrawing(int Size, string Path)
{
    /// <summary>Draws a text.</summary>
    public static QrDrawing Of(string text)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        for (var y = 0; y < data.ModuleMatrix.Count; y++)
        {
            var row = data.ModuleMatrix[y];
            for (var x = 0; x < row.Count; x++)
            {
                if (!row[x]) continue;
                var from = x;
                while (x < row.Count && row[x]) x++;
                path.Append(CultureInfo.InvariantCulture, $"M{from} {y}h{x - from}v1h-{x - from}z");
            }
        }

        return new QrDrawing(data.ModuleMatrix.Count, path.ToString());
    }
}
