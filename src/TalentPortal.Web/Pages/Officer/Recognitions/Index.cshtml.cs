using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Recognitions.Life;
using TalentPortal.Core.Standards.Codes;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Officer.Recognitions;

/// <summary>Recognitions for the talent office: by name, number or status.</summary>
[RequirePermission(Permission.IssueCertificates)]
internal sealed class IndexModel(LifeQueries recognitions, CodeTables codes) : PageModel
{
    private const int LongestText = 60;

    /// <summary>How a name or a number begins.</summary>
    [FromQuery(Name = "text")]
    public string? Text { get; set; }

    /// <summary>Only this status.</summary>
    [FromQuery(Name = "status")]
    public RecognitionStatus? Status { get; set; }

    /// <summary>What was found.</summary>
    public IReadOnlyList<RecognitionLifeView> Rows { get; private set; } = [];

    /// <summary>Reads the list.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        Text = Text is { Length: > LongestText } typed ? typed[..LongestText] : Text;
        Rows = await recognitions.ListAsync(Status, Text, ct);
    }

    /// <summary>The label of a code.</summary>
    public string Label(string table, string code) => codes[table].Label(code, CultureInfo.CurrentUICulture);
}
