using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.PublicNotices;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Presentation.Fields;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Officer.Objections;

/// <summary>The talent office upholds or rejects an objection; until then the entry is frozen.</summary>
[RequirePermission(Permission.RunNotices)]
internal sealed class DecideModel(ObjectionQueries objections, NoticeService service, IStringLocalizer texts, TimeProvider time) : OnceFormModel(time)
{
    /// <summary>What is typed.</summary>
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>The objection.</summary>
    public ObjectionRow Row { get; private set; } = null!;

    /// <summary>The two answers.</summary>
    public IReadOnlyList<FieldOption> Answers =>
    [
        new("false", texts["PublicNotices.Reject"]),
        new("true", texts["PublicNotices.Uphold"]),
    ];

    /// <inheritdoc />
    protected override string Deed => "ObjectionDeciding";

    /// <inheritdoc />
    protected override async Task<bool> FindAsync(CancellationToken ct)
    {
        Row = (await objections.FindAsync(Id, ct))!;
        return Row is not null;
    }

    /// <inheritdoc />
    protected override Task<Result> ActAsync(Actor actor, Operation operation, CancellationToken ct) =>
        service.DecideAsync(actor, new ObjectionDecision(Id, Input.Upheld!.Value, Input.Finding), operation, ct);

    /// <inheritdoc />
    protected override IActionResult Done() => this.RedirectWithBanner("Index", "PublicNotices.Decided");

    /// <inheritdoc />
    protected override string FieldOf(Refusal refusal) => refusal is FindingInvalid ? "Input.Finding" : "";

    /// <summary>What is typed.</summary>
    internal sealed class InputModel
    {
        /// <summary>Whether the objection is right.</summary>
        [Required, Display(Name = "PublicNotices.Decision")]
        public bool? Upheld { get; set; }

        /// <summary>What was found.</summary>
        [Required, MaxLength(NoticeService.LongestText), DataType(DataType.MultilineText), Display(Name = "PublicNotices.Finding")]
        public string Finding { get; set; } = "";
    }
}
