using Microsoft.Extensions.Localization;

namespace TalentPortal.Web.Pages.Talent.Cards.InHand;

/// <summary><c>GET /cards/app.webmanifest</c>: what a phone needs to put the card on its home screen, in the reader's language.</summary>
internal static class CardAppEndpoint
{
    /// <summary>Its address.</summary>
    public const string Path = "/cards/app.webmanifest";

    private static readonly object[] Icons =
    [
        new { src = "/img/mark.svg", sizes = "any", type = "image/svg+xml", purpose = "any" },
        new { src = "/cards/icon-192.png", sizes = "192x192", type = "image/png", purpose = "any" },
        new { src = "/cards/icon-512.png", sizes = "512x512", type = "image/png", purpose = "any" },
        new { src = "/cards/icon-maskable-512.png", sizes = "512x512", type = "image/png", purpose = "maskable" },
    ];

    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(Path, (Delegate)Manifest).AllowAnonymous().WithName("CardApp");

    private static IResult Manifest(IStringLocalizer texts) => Results.Json(
        new
        {
            id = "/cards/show",
            name = texts["CardInHand.App.Name"].Value,
            short_name = texts["CardInHand.App.Short"].Value,
            lang = System.Globalization.CultureInfo.CurrentUICulture.Name,
            start_url = "/cards/show",
            scope = "/cards/",
            display = "standalone",
            background_color = "#f7f5f0",
            theme_color = "#0b5b4e",
            icons = Icons,
        }, contentType: "application/manifest+json");
}
