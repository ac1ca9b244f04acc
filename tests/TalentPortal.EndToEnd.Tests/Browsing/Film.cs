using System.Globalization;
using System.Text;
using Microsoft.Playwright;

namespace TalentPortal.EndToEnd.Tests.Browsing;

/// <summary>What a camera sees that is held before a QR code, as a film of YUV4MPEG2: so a browser without a camera can scan.</summary>
internal static class Film
{
    // Pixels of a module of the code, an even number: colours are kept for four pixels together.
    private const int Scale = 8;
    private const int Frames = 10;
    private const byte Black = 16;
    private const byte White = 235;
    private const byte Grey = 128;

    private const string ModulesOf =
        """
        drawing => {
          const path = drawing.querySelector('path');
          const size = drawing.viewBox.baseVal.width;
          const places = [...Array(size).keys()].map(place => place + 0.5);
          return places.map(y => places.map(x => path.isPointInFill(new DOMPoint(x, y)) ? '#' : ' ').join(''));
        }
        """;

    /// <summary>Films a code that is drawn on a page.</summary>
    /// <param name="drawing">An SVG whose path fills the dark modules, each of size 1.</param>
    /// <param name="file">Where the film goes.</param>
    public static async Task TakeAsync(ILocator drawing, string file)
    {
        var rows = await drawing.EvaluateAsync<string[]>(ModulesOf);
        var frame = rows.SelectMany(row => Enumerable.Repeat(Line(row), Scale)).SelectMany(line => line).ToArray();
        var colours = Enumerable.Repeat(Grey, frame.Length / 2).ToArray();
        await using var film = File.Create(file);
        await WriteAsync(film, string.Create(CultureInfo.InvariantCulture, $"YUV4MPEG2 W{rows.Length * Scale} H{rows.Length * Scale} F10:1 Ip A1:1 C420jpeg\n"));
        for (var number = 0; number < Frames; number++)
        {
            await WriteAsync(film, "FRAME\n");
            await film.WriteAsync(frame);
            await film.WriteAsync(colours);
        }
    }

    private static byte[] Line(string row) => [.. row.SelectMany(module => Enumerable.Repeat(module == '#' ? Black : White, Scale))];

    private static ValueTask WriteAsync(FileStream film, string text) => film.WriteAsync(Encoding.ASCII.GetBytes(text));
}
