using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Materials;
using TalentPortal.Core.Files;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.PublicNotices;
using TalentPortal.Core.PublicNotices.Objections;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Presentation.Fields;
using TalentPortal.Web.Presentation.Forms;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Public.Notices;

/// <summary>A signed-in person objects to one entry, under the account's name.</summary>
[NoIndex]
internal sealed class ObjectModel(NoticeQueries notices, NoticeService service, ObjectionCases cases, MaterialUploads uploads)
    : OnceFormModel
{
    private const string EvidenceName = "Evidence";

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

    /// <summary>The files that came with the form.</summary>
    [BindProperty(Name = EvidenceName)]
    public IReadOnlyList<IFormFile> Files { get; set; } = [];

    /// <summary>The question for evidence.</summary>
    public FileFieldView Evidence => new()
    {
        Name = EvidenceName,
        Label = Rule.Name.ToString(),
        Hint = Rule.Help?.ToString(),
        Accept = string.Join(',', FormNodes.Extensions(Rule)),
        MaxBytes = Math.Min(Rule.MaxBytes, FileSniffer.MaximumBytes),
        MaxFiles = Rule.MaxCount,
        Error = ModelState.TryGetValue(EvidenceName, out var entry) && entry.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : null,
    };

    /// <inheritdoc />
    protected override string Deed => "ObjectionRaising";

    /// <inheritdoc />
    protected override async Task<bool> FindAsync(CancellationToken ct)
    {
        if (await notices.FindAsync(Id, ct) is not { } found || found.Entries.FirstOrDefault(entry => entry.Id == EntryId) is not { } entry)
            return false;
        (Notice, Entry) = (found, entry);
        return true;
    }

    /// <inheritdoc />
    protected override async Task<Result> ActAsync(Actor actor, Operation operation, CancellationToken ct)
    {
        var kept = await KeepAsync(actor, ct);
        if (!kept.Succeeded) return kept.Refusal;
        var raised = await service.RaiseAsync(actor, EntryId, Input.Content, kept.Value, operation, ct);
        return raised.Succeeded ? Result.Success : raised.Refusal;
    }

    /// <inheritdoc />
    protected override IActionResult Done() => this.RedirectWithBanner("Details", "PublicNotices.Objected", new { id = Id });

    /// <inheritdoc />
    protected override string FieldOf(Refusal refusal) => refusal switch
    {
        ObjectionTextInvalid => "Input.Content",
        TooManyFiles or FileTooLarge or FileTypeNotAccepted => EvidenceName,
        _ => "",
    };

    /// <summary>Keeps the files in the objector's own store; the objection's case is given their keys.</summary>
    private async Task<Result<IReadOnlyList<Guid>>> KeepAsync(Actor actor, CancellationToken ct)
    {
        if (Files.Count > Rule.MaxCount) return new TooManyFiles(Rule.Name, Rule.MaxCount);
        var kept = new List<Guid>();
        foreach (var file in Files)
        {
            var added = await uploads.AddAsync(actor, Rule, actor.PersonId, file, ct);
            if (!added.Succeeded) return added.Refusal;
            kept.Add(added.Value.Id);
        }

        return kept;
    }

    private MaterialRule Rule => cases.Item.Item.FindMaterial("evidence")!;

    /// <summary>What is typed.</summary>
    internal sealed class InputModel
    {
        /// <summary>What is wrong.</summary>
        [Required, MaxLength(NoticeService.LongestText), DataType(DataType.MultilineText), Display(Name = "PublicNotices.ObjectionContent")]
        public string Content { get; set; } = "";
    }
}
