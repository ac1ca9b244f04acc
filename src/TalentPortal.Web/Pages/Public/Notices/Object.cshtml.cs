using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.PublicNotices;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Public.Notices;

/// <summary>A signed-in person objects to one entry, under the account's name.</summary>
[NoIndex]
internal sealed class ObjectModel(NoticeQueries notices, NoticeService service, TimeProvider time) : OnceFormModel(time)
{
    /// <summary>The entry.</summary>
    [FromRoute(Name = "entry")]
    public Guid EntryId { get; set; }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>The notice with its entry.</summary>
    public NoticeView Notice { get; private set; } = null!;

    /// <summary>Whom it is about.</summary>
    public NoticeEntryView Entry { get; private set; } = null!;

    /// <inheritdoc />
    protected override string Deed => "ObjectionRaising";

    /// <inheritdoc />
    protected override async Task<bool> FindAsync(CancellationToken ct)
    {
        if (await notices.FindAsync(Id, ct) is not { } found || found.Entries.FirstOrDefault(entry => entry.Id == EntryId) is not { } entry) return false;
        (Notice, Entry) = (found, entry);
        return true;
    }

    /// <inheritdoc />
    protected override async Task<Result> ActAsync(Actor actor, Operation operation, CancellationToken ct)
    {
        var raised = await service.RaiseAsync(actor, EntryId, Input.Content, operation, ct);
        return raised.Succeeded ? Result.Success : raised.Refusal;
    }

    /// <inheritdoc />
    protected override IActionResult Done() => this.RedirectWithBanner("Details", "PublicNotices.Objected", new { id = Id });

    /// <inheritdoc />
    protected override string FieldOf(Refusal refusal) => refusal is ObjectionTextInvalid ? "Input.Content" : "";

    /// <summary>What is typed.</summary>
    internal sealed class InputModel
    {
        /// <summary>What is wrong.</summary>
        [Required, MaxLength(NoticeService.LongestText), DataType(DataType.MultilineText), Display(Name = "PublicNotices.ObjectionContent")]
        public string Content { get; set; } = "";
    }
}
