using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using TalentPortal.Core.Recognitions;
using TalentPortal.Core.Standards.Codes;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Public.Certificates;

/// <summary>Anybody checks a certificate by its number, typed or scanned; how often is limited by address.</summary>
[NoIndex]
[EnableRateLimiting(RequestLimits.Verification)]
internal sealed class VerifyModel(RecognitionQueries recognitions, CodeTables codes) : PageModel
{
    private const int LongestNumber = 60;

    /// <summary>The number; null before the question.</summary>
    [FromQuery(Name = "number")]
    public string? Number { get; set; }

    /// <summary>What was found; null when nothing was.</summary>
    public CertificateView? Found { get; private set; }

    /// <summary>Checks.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        Number = Number?.Trim() is { Length: > 0 } typed ? typed[..Math.Min(typed.Length, LongestNumber)] : null;
        if (Number is not null) Found = await recognitions.VerifyAsync(Number, ct);
    }

    /// <summary>The label of a code.</summary>
    public string Label(string table, string? code) => code is null ? "" : codes[table].Label(code, CultureInfo.CurrentUICulture);
}
