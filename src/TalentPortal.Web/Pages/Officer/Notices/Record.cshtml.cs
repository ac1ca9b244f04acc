using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.PublicNotices;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Presentation.Fields;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Officer.Notices;

/// <summary>An officer records an objection that came by letter, visit or phone.</summary>
[RequirePermission(Permission.RunNotices)]
internal sealed class RecordModel(NoticeQueries notices, NoticeService service, PortalTimeZone zone) : OnceFormModel
{
    /// <summary>What is typed.</summary>
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>The notice.</summary>
    public NoticeView Notice { get; private set; } = null!;

    /// <summary>The entries that still wait.</summary>
    public IReadOnlyList<FieldOption> Entries =>
        [.. Notice.Entries.Where(entry => entry.IsOpen).Select(entry => new FieldOption(entry.Id.ToString(), entry.Name))];

    /// <inheritdoc />
    protected override string Deed => "ObjectionRecording";

    /// <inheritdoc />
    protected override async Task<bool> FindAsync(CancellationToken ct)
    {
        Notice = (await notices.FindAsync(Id, ct))!;
        return Notice is not null;
    }

    /// <summary>Most letters are recorded on the day on which they arrive, and most notices name one person.</summary>
    protected override void Fill()
    {
        Input.RaisedOn = zone.Today;
        if (Entries is [var only]) Input.EntryId = Guid.Parse(only.Value);
    }

    /// <inheritdoc />
    protected override async Task<Result> ActAsync(Actor actor, Operation operation, CancellationToken ct)
    {
        var recorded = await service.RecordAsync(
            actor, new RecordedObjection(Input.EntryId!.Value, Input.RaisedOn!.Value, Input.Content), operation, ct);
        return recorded.Succeeded ? Result.Success : recorded.Refusal;
    }

    /// <inheritdoc />
    protected override IActionResult Done() => this.RedirectWithBanner("/Officer/Objections/Index", "PublicNotices.Recorded");

    /// <inheritdoc />
    protected override string FieldOf(Refusal refusal) => refusal switch
    {
        ObjectionOutsidePeriod => "Input.RaisedOn",
        ObjectionTextInvalid => "Input.Content",
        _ => "",
    };

    /// <summary>What is typed.</summary>
    internal sealed class InputModel
    {
        /// <summary>Against whom.</summary>
        [Required, Display(Name = "PublicNotices.Name")]
        public Guid? EntryId { get; set; }

        /// <summary>When it arrived.</summary>
        [Required, DataType(DataType.Date), Display(Name = "PublicNotices.RaisedOn")]
        public DateOnly? RaisedOn { get; set; }

        /// <summary>Who objects and what is wrong.</summary>
        [Required, MaxLength(NoticeService.LongestText), DataType(DataType.MultilineText), Display(Name = "PublicNotices.ObjectionContent")]
        public string Content { get; set; } = "";
    }
}
