using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Reviews.Notes;
using TalentPortal.Core.Reviews.Queries;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Presentation.Fields;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Officer.Notes;

/// <summary>The notes of a case, and a new one.</summary>
internal sealed class CaseModel(CaseNotes notes, NoteQueries queries, CaseFileQuery files) : OnceFormModel
{
    /// <summary>What is typed.</summary>
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>The notes so far.</summary>
    public IReadOnlyList<NoteView> Notes { get; private set; } = [];

    /// <summary>Who can be mentioned.</summary>
    public IReadOnlyList<FieldOption> Colleagues { get; private set; } = [];

    /// <summary>The case's number.</summary>
    public string Number { get; private set; } = "";

    /// <summary>The service item.</summary>
    public string ItemName { get; private set; } = "";

    /// <inheritdoc />
    protected override string Deed => "CaseNoting";

    /// <inheritdoc />
    protected override async Task<bool> FindAsync(CancellationToken ct)
    {
        var actor = User.Actor();
        if (!await queries.MayReadAsync(actor, Id, ct) || await files.ReadAsync(Id, FileReach.Full, ct) is not { } file) return false;
        (Number, ItemName) = (file.Number, file.Item.Name.ToString());
        Notes = await queries.OfCaseAsync(actor, Id, ct);
        Colleagues = [.. (await queries.ReadersAsync(Id, ct)).Where(reader => reader.Id != actor.UserId)
            .Select(reader => new FieldOption(reader.Id.ToString(), $"{reader.Name} · {reader.Unit}"))];
        return true;
    }

    /// <inheritdoc />
    protected override Task<Result> ActAsync(Actor actor, Operation operation, CancellationToken ct) =>
        notes.AddAsync(actor, Id, Input.Text, Input.Mentioned ?? [], operation, ct);

    /// <inheritdoc />
    protected override IActionResult Done() => this.RedirectWithBanner("/Officer/Notes/Case", "Notes.Done", new { id = Id });

    /// <inheritdoc />
    protected override string FieldOf(Refusal refusal) => refusal switch
    {
        NoteMissing or NoteTooLong => "Input.Text",
        TooManyMentioned or MentionedCannotRead => "Input.Mentioned",
        _ => "",
    };

    /// <summary>What is typed.</summary>
    internal sealed class InputModel
    {
        /// <summary>The words.</summary>
        [MaxLength(CaseNote.LongestText), DataType(DataType.MultilineText), Display(Name = "Notes.Text")]
        public string? Text { get; set; }

        /// <summary>Whose attention is asked for.</summary>
        [Display(Name = "Notes.Mention")]
        public List<Guid>? Mentioned { get; set; }
    }
}
