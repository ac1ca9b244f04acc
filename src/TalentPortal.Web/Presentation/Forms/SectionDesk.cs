using TalentPortal.Core.Accounts;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Catalogue.Forms;
using TalentPortal.Core.Catalogue.Rules;
using TalentPortal.Core.Kernel;
using TalentPortal.Web.Presentation.Fields;
using TalentPortal.Web.Presentation.Texts;

namespace TalentPortal.Web.Presentation.Forms;

/// <summary>What the pages of a draft's form do: lay out, save, check, take files.</summary>
public sealed class SectionDesk(OwnApplications applications, DraftEditor editor, FileDesk files, RuleContexts rules, PortalWords words)
{
    /// <summary>The moment now, UTC.</summary>
    public DateTimeOffset Now => files.Now;

    /// <summary>The pages that the answers show, and which of them are complete.</summary>
    public async Task<IReadOnlyList<(FormPart Part, bool IsDone)>> PartsAsync(OwnApplication own, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(own);
        var (context, answers) = (rules.For(own.Item), await applications.OpenAsync(own, ct));
        var parts = FormPart.Of(own.Item, new FormVisibility(context, answers, own.FileCounts), words.Texts);
        return [.. parts.Select(part => (part, IsAnswered(own, part) && Errors(own, part, answers).Count == 0))];
    }

    /// <summary>What is wrong on a page, by path.</summary>
    public async Task<Dictionary<string, string>> CheckAsync(OwnApplication own, FormPart part, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(part);
        return Errors(own, part, await applications.OpenAsync(own, ct));
    }

    /// <summary>Sentences by path; the first of each path.</summary>
    public Dictionary<string, string> Sentences(IEnumerable<FieldError> errors) => errors
        .DistinctBy(error => error.Path, StringComparer.Ordinal)
        .ToDictionary(error => error.Path, error => words.Texts.Of(error.Refusal), StringComparer.Ordinal);

    /// <summary>The page's questions.</summary>
    public async Task<IReadOnlyList<FormNode>> NodesAsync(
        Actor actor, OwnApplication own, FormPart part, PageContent content, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(part);
        ArgumentNullException.ThrowIfNull(content);
        var state = new FormState
        {
            Context = rules.For(own.Item),
            Answers = own.Answers,
            Typed = content.Typed,
            Errors = content.Errors,
            AddRowTo = content.AddRowTo,
            Prefills = await editor.PrefillsAsync(actor, own, part.Section, ct),
            Files = files.Views(own, removable: true),
            Reusable = await files.ReusableAsync(actor, own, MaterialsOf(part), ct),
            UploadHref = "?handler=Upload&material=",
        };
        var nodes = new FormNodes(words.Texts);
        return part.Section is null ? nodes.Of(state, part.Materials) : nodes.Of(state, part.Section.Fields);
    }

    /// <summary>Saves what the page posted.</summary>
    public Task<Result<SectionSaved>> SaveAsync(Actor actor, OwnApplication own, FormPart part, SectionPost post, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(part);
        return editor.SaveAsync(actor, own, part.Section!, post, ct);
    }

    /// <summary>Takes one file and links it to the draft.</summary>
    public Task<Result<FileView>> UploadAsync(Actor actor, OwnApplication own, string material, IFormFile file, CancellationToken ct) =>
        files.UploadAsync(actor, own, material, file, ct);

    /// <summary>Takes the files that came with a form without script.</summary>
    /// <returns>Sentences by path for those that were refused.</returns>
    public async Task<Dictionary<string, string>> UploadAllAsync(
        Actor actor, OwnApplication own, FormPart part, IFormFileCollection posted, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(posted);
        ArgumentNullException.ThrowIfNull(part);
        var refused = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in posted.Where(file => file.Length > 0 || file.FileName.Length > 0))
        {
            var code = part.Section?.Fields.FirstOrDefault(field => field.Code == file.Name)?.Material
                ?? part.Materials.FirstOrDefault(material => "materials." + material.Code == file.Name)?.Code;
            if (code is null) continue;
            var added = await files.UploadAsync(actor, own, code, file, ct);
            if (!added.Succeeded) refused.TryAdd(file.Name, words.Texts.Of(added.Refusal));
        }

        return refused;
    }

    /// <summary>Links an earlier file.</summary>
    public Task<Result> AttachAsync(Actor actor, OwnApplication own, Guid materialId, CancellationToken ct) =>
        files.AttachAsync(actor, own, materialId, ct);

    /// <summary>Takes a file off.</summary>
    public Task<Result> DetachAsync(Actor actor, OwnApplication own, Guid materialId, CancellationToken ct) =>
        files.DetachAsync(actor, own, materialId, ct);

    private Dictionary<string, string> Errors(OwnApplication own, FormPart part, FormAnswers answers)
    {
        var context = rules.For(own.Item);
        if (part.Section is not null)
            return Sentences(AnswerValidator.Validate(context, answers, own.FileCounts, ValidationMode.Section, part.Section).Errors);
        return Sentences(AnswerValidator.Validate(context, answers, own.FileCounts, ValidationMode.Submit).Errors.Where(
            error => part.Holds(error.Path)));
    }

    private static bool IsAnswered(OwnApplication own, FormPart part)
    {
        var answers = own.Answers;
        return part.Section is null || part.Section.Fields.Any(field => field.Type is FieldType.File
            ? own.FileCounts.ContainsKey(field.Material!)
            : answers.Find(field.Code) is not null);
    }

    private static IEnumerable<string> MaterialsOf(FormPart part) => part.Section is null
        ? part.Materials.Select(material => material.Code)
        : part.Section.Fields.Select(field => field.Material).OfType<string>();
}
