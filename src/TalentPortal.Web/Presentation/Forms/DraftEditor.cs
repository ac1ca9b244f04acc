using Microsoft.Extensions.Primitives;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Catalogue.Forms;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Web.Presentation.Forms;

/// <summary>What a page of the form posted.</summary>
/// <param name="Values">Posted values with compact rows.</param>
/// <param name="OperationId">The page's id: each drawing of the page has its own.</param>
/// <param name="Revision">The draft's revision that the page knows.</param>
public sealed record SectionPost(IReadOnlyDictionary<string, StringValues> Values, Guid OperationId, int Revision);

/// <summary>A page of the form after saving.</summary>
/// <param name="Revision">The draft's revision now.</param>
/// <param name="Errors">Values that could not be kept at all, too long for example.</param>
/// <param name="Answers">All answers with their secrets in place.</param>
public sealed record SectionSaved(int Revision, IReadOnlyList<FieldError> Errors, FormAnswers Answers);

/// <summary>
/// Saves pages of a draft. When the answer to an earlier save of the same page was lost on the way, that save's operation answers
/// again, and what was typed since is saved on top: only somebody else's change is a conflict.
/// </summary>
public sealed class DraftEditor(ApplicationDrafts drafts, Prefills prefills, TimeProvider time)
{
    private const int MostLostAnswers = 20;

    /// <summary>First answers for a page of a draft.</summary>
    public Task<IReadOnlyDictionary<string, Prefill>> PrefillsAsync(
        Actor actor, OwnApplication own, FormSection? section, CancellationToken ct) =>
        prefills.ForAsync(actor, own, section, ct);

    /// <summary>Saves what a page posted.</summary>
    public async Task<Result<SectionSaved>> SaveAsync(
        Actor actor, OwnApplication own, FormSection section, SectionPost post, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(post);
        var posted = new PostedAnswers(post.Values, await prefills.ForAsync(actor, own, section, ct));
        var revision = post.Revision;
        for (var lost = 0; ; lost++)
        {
            SectionSaved? applied = null;
            var save = new DraftSave(own.Row.CaseId, revision, (item, stored) =>
            {
                applied = Apply(posted, item, section.Code, stored);
                return applied.Answers;
            });
            var saved = await drafts.SaveAsync(actor, save, Operation(actor, post.OperationId, revision), ct);
            if (!saved.Succeeded) return saved.Refusal;
            if (applied is not null) return applied with { Revision = saved.Value };
            if (saved.Value <= revision || lost >= MostLostAnswers) return new DraftChangedElsewhere();
            revision = saved.Value;
        }
    }

    private Operation Operation(Actor actor, Guid operationId, int revision)
    {
        var id = Core.Cases.Operation.IdFromKey(actor.UserId, string.Create(null, $"{operationId:N}:{revision}"));
        return Core.Cases.Operation.Begin(id, "DraftSaving", actor.UserId, role: null, time);
    }

    /// <summary>What cannot be kept leaves its field as it was.</summary>
    private static SectionSaved Apply(PostedAnswers posted, ServiceItem item, string sectionCode, FormAnswers stored)
    {
        if (item.Form.FindSection(sectionCode) is not { } section) return new SectionSaved(0, [], stored);
        var bound = posted.Bind(item, section.Fields, stored);
        var answers = section.Fields
            .Where(field => bound.Errors.Any(error => IsAt(error.Path, field.Code)))
            .Aggregate(bound.Answers, (all, field) => all.With(field.Code, stored.Find(field.Code)));
        return new SectionSaved(0, bound.Errors, stored.WithSection(section, answers));
    }

    private static bool IsAt(string path, string code) => path.StartsWith(code, StringComparison.Ordinal)
        && (path.Length == code.Length || path[code.Length] is '.' or '[');
}
