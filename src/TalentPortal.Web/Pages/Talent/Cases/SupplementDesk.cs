using TalentPortal.Core.Accounts;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Catalogue.Rules;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Reviews;
using TalentPortal.Web.Presentation.Fields;
using TalentPortal.Web.Presentation.Forms;
using TalentPortal.Web.Presentation.Texts;

namespace TalentPortal.Web.Pages.Talent.Cases;

/// <summary>One gap as its page shows it.</summary>
/// <param name="Label">What it is about.</param>
/// <param name="Note">The officer's words; may be empty.</param>
/// <param name="Nodes">The question; none where the form no longer has it.</param>
public sealed record GapView(string Label, string Note, IReadOnlyList<FormNode> Nodes);

/// <summary>Draws and answers a supplement.</summary>
public sealed class SupplementDesk(
    OwnApplications applications, SupplementService supplements, MaterialUploads uploads, RuleContexts rules, SupplementWords words)
{
    private const string FieldKind = "field";

    /// <summary>Codes of the fields and materials that are asked for.</summary>
    public static IReadOnlySet<string> Targets(Supplement asked) =>
        SupplementService.Gaps(asked).Select(gap => CodeOf(gap.Target)).ToHashSet(StringComparer.Ordinal);

    /// <summary>The top-level code of a path; of a material's path, the material.</summary>
    public static string CodeOf(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        const string materials = "materials.";
        if (path.StartsWith(materials, StringComparison.Ordinal)) return path[materials.Length..];
        var end = path.AsSpan().IndexOfAny('.', '[');
        return end < 0 ? path : path[..end];
    }

    /// <summary>Sentences by path.</summary>
    public Dictionary<string, string> Sentences(IEnumerable<FieldError> errors) => errors
        .DistinctBy(error => error.Path, StringComparer.Ordinal)
        .ToDictionary(error => error.Path, error => words.Portal.Texts.Of(error.Refusal), StringComparer.Ordinal);

    /// <summary>The gaps with their questions.</summary>
    public IReadOnlyList<GapView> Gaps(OwnApplication own, Supplement asked, PageContent content)
    {
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(content);
        var state = new FormState
        {
            Context = rules.For(own.Item),
            Answers = own.Answers,
            Typed = content.Typed,
            Errors = content.Errors,
            Files = own.Files.ToLookup(file => file.Link.Code, file => uploads.View(file.Material), StringComparer.Ordinal),
            UploadHref = "?handler=Upload&material=",
        };
        var nodes = new FormNodes(words.Portal.Texts);
        return [.. SupplementService.Gaps(asked)
            .Select(gap => gap.Kind == FieldKind ? OfField(own, gap, state, nodes) : OfMaterial(own, gap, state, nodes))];
    }

    /// <summary>Answers with what was posted; secrets that come back masked stay.</summary>
    public async Task<Result> AnswerAsync(Actor actor, OwnApplication own, Supplement asked, SectionPost post, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(post);
        var targets = Targets(asked);
        var posted = new PostedAnswers(post.Values, new Dictionary<string, Prefill>(StringComparer.Ordinal));
        var stored = await applications.OpenAsync(own, ct);
        var bound = posted.Bind(own.Item, own.Item.Form.Fields.Where(field => targets.Contains(field.Code)), stored);
        if (bound.Errors.Count > 0) return new AnswersInvalid(bound.Errors);
        var operation = Operation.Begin(post.OperationId, "SupplementAnswering", actor.UserId, role: null, words.Time);
        return await supplements.AnswerAsync(actor, own.Row.CaseId, bound.Answers, operation, ct);
    }

    /// <summary>Takes a file for a gap.</summary>
    public async Task<Result<FileView>> UploadAsync(Actor actor, OwnApplication own, string code, IFormFile file, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(own);
        var added = await uploads.AddAsync(actor, own, code, file, ct);
        if (!added.Succeeded) return added.Refusal;
        var operation = Operation.Begin(Guid.Empty, "SupplementAttaching", actor.UserId, role: null, words.Time);
        var attached = await supplements.AttachAsync(actor, own.Row.CaseId, added.Value, operation, ct);
        return attached.Succeeded ? uploads.View(added.Value) : attached.Refusal;
    }

    /// <summary>Takes the files that came with a form without script.</summary>
    public async Task<Dictionary<string, string>> UploadAllAsync(
        Actor actor, OwnApplication own, Supplement asked, IFormFileCollection posted, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(posted);
        var targets = Targets(asked);
        var refused = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in posted.Where(file => file.FileName.Length > 0))
        {
            var code = own.Item.Form.Find(file.Name)?.Material ?? CodeOf(file.Name);
            if (!targets.Contains(code) && !targets.Contains(file.Name)) continue;
            var added = await UploadAsync(actor, own, code, file, ct);
            if (!added.Succeeded) refused.TryAdd(file.Name, words.Portal.Texts.Of(added.Refusal));
        }

        return refused;
    }

    private static GapView OfField(OwnApplication own, SupplementGap gap, FormState state, FormNodes nodes)
    {
        var code = CodeOf(gap.Target);
        var field = own.Item.Form.Fields.FirstOrDefault(f => string.Equals(f.Code, code, StringComparison.Ordinal));
        return new GapView(field?.Label.ToString() ?? gap.Target, gap.Note,
            field is null ? [] : nodes.Of(state, [field with { ShownWhen = null, Required = true }]));
    }

    private static GapView OfMaterial(OwnApplication own, SupplementGap gap, FormState state, FormNodes nodes)
    {
        var material = own.Item.FindMaterial(gap.Target);
        return new GapView(material?.Name.ToString() ?? gap.Target, gap.Note,
            material is null ? [] : nodes.Of(state, [material with { Optional = false, RequiredWhen = null }]));
    }
}
