using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QRCoder;
using TalentPortal.Core.Notifications;
using TalentPortal.Core.Recognitions;
using TalentPortal.Core.Standards;
using TalentPortal.Core.Standards.Codes;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Public.Certificates;

/// <summary>The certificate on one A4 page for its holder; its QR code leads to the public check.</summary>
[NoIndex]
internal sealed class PrintModel(RecognitionQueries recognitions, CodeTables codes, PortalAddress address) : PageModel
{
    private const int ModulePixels = 8;

    /// <summary>The number in the address.</summary>
    [FromRoute]
    public string Number { get; set; } = "";

    /// <summary>The certificate.</summary>
    public HeldCertificate Held { get; private set; } = null!;

    /// <summary>The number in groups.</summary>
    public string Printed => CertificateNumber.Parse(Held.Certificate.Number).Value.ToString();

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (User.FindActor() is not { } actor) return Challenge();
        if (await recognitions.FindHeldAsync(actor, Number, ct) is not { } held) return NotFound();
        Held = held;
        return Page();
    }

    /// <summary>Its QR code as SVG.</summary>
    public async Task<IActionResult> OnGetQrAsync(CancellationToken ct)
    {
        if (User.FindActor() is not { } actor) return Challenge();
        if (await recognitions.FindHeldAsync(actor, Number, ct) is not { } held) return NotFound();
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(address.Of("/verify?number=" + held.Certificate.Number), QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        return Content(code.GetGraphic(ModulePixels), "image/svg+xml");
    }

    /// <summary>The label of a code.</summary>
    public string Label(string table, string? code) => code is null ? "" : codes[table].Label(code, CultureInfo.CurrentUICulture);
}
