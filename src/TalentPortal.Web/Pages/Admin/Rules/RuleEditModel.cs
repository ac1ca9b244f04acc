using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.RuleChanges;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Admin.Rules;

/// <summary>What the pages share on which somebody writes a change of a rule: the draft, and who may touch it.</summary>
internal abstract class RuleEditModel : PageModel
{
    /// <summary>From when, on what ground, why.</summary>
    [BindProperty]
    public RuleDraftInput Draft { get; set; } = new();

    /// <summary>All changes that were written, the newest first.</summary>
    public IReadOnlyList<RuleChangeRow> Changes { get; protected set; } = [];

    /// <summary>The draft that is open; null when none is.</summary>
    public RuleChangeRow? Open => Changes.FirstOrDefault(row => row.Change.Status is RuleChangeStatus.Draft);

    /// <summary>Whether the reader may write a change now: of nobody else's draft.</summary>
    public bool MayWrite => User.Actor() is var actor && actor.Can(Permission.SetParameters)
        && (Open is null || (Open.Change.AuthorId == actor.UserId && Open.Change.WithdrawsId is null));
}
