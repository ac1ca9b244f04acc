using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Data;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Dev;

/// <summary>Signs in as one of the demonstration accounts with one click. Exists in Development only, for them only.</summary>
internal sealed class AccountsModel(PortalDbContext db, UserManager<PortalUser> users, SessionOpener session, ActorCache actors) : PageModel
{
    /// <summary>The accounts with what they may do.</summary>
    public IReadOnlyList<(string UserName, Actor Actor)> Accounts { get; private set; } = [];

    /// <summary>Shows the list.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        var demo = await db.Users.AsNoTracking().Where(x => x.IsDemo).OrderBy(x => x.CreatedAt).ThenBy(x => x.UserName)
            .Select(x => new { x.Id, x.UserName }).ToListAsync(ct);
        var found = new List<(string, Actor)>();
        foreach (var user in demo)
        {
            if (await actors.FindAsync(user.Id, ct) is { } actor) found.Add((user.UserName!, actor));
        }

        Accounts = found;
    }

    /// <summary>Signs in.</summary>
    public async Task<IActionResult> OnPostAsync(string? userName, CancellationToken ct)
    {
        if (await users.FindByNameAsync(userName ?? "") is not { IsDemo: true } user) return NotFound();
        await session.OpenAsync(user, ct);
        return LocalRedirect(Landing.Of(await actors.FindAsync(user.Id, ct)));
    }
}
