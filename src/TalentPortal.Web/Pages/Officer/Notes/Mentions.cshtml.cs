using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Reviews.Notes;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Officer.Notes;

/// <summary>Cases to which colleagues called the reader's attention: by a note, or by a copy.</summary>
internal sealed class MentionsModel(NoteQueries queries, ServiceItems items) : PageModel
{
    /// <summary>The newest first.</summary>
    public IReadOnlyList<CalledFor> Calls { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken ct) => Calls = await queries.CallsAsync(User.Actor(), ct);

    /// <summary>The service item's name today.</summary>
    public string ItemName(CalledFor call) => items.Find(call.ServiceItemCode)?.Item.Name.ToString() ?? call.ServiceItemCode;
}
