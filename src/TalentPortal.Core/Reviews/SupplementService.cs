using System.Text.Json;
using System.Text.Json.Nodes;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Catalogue.Forms;
using TalentPortal.Core.Catalogue.Rules;
using TalentPortal.Core.Files;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Orchestration;

namespace TalentPortal.Core.Reviews;

/// <summary>The applicant answers a supplement: only what was asked for may change.</summary>
public sealed class SupplementService(
    CaseTransaction transactions, Orchestrator orchestrator, ServiceItems items, SecretBox secrets, RuleContexts rules)
{
    /// <summary>Answers: the named fields take new answers, then the workflow goes on from where it stopped.</summary>
    /// <param name="actor">The applicant.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="answers">New answers; those of fields that nobody asked about are not looked at.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result> AnswerAsync(Actor actor, Guid caseId, FormAnswers answers, Operation operation, CancellationToken ct) =>
        transactions.RunAsync(caseId, operation, async (work, token) =>
        {
            if (Asked(work, actor) is not var (application, supplement)) return new CaseNotFound();
            if (supplement is null) return new NoOpenSupplement();
            var item = (await items.VersionAsync(application.ServiceItemVersionId, token)).Item;
            var merged = Merge(item, supplement, secrets.Open(work, item, application.Answers), answers);
            if (Unanswered(work, supplement, item, merged) is { Count: > 0 } blank) return new AnswersInvalid(blank);
            var validation = AnswerValidator.Validate(rules.For(item), merged, work.CountFiles(), ValidationMode.Submit);
            if (!validation.Succeeded) return new AnswersInvalid(validation.Errors);
            work.Rows<Application>()
                .Replace(application with { Answers = secrets.Close(work, item, validation.Shown), SavedAt = work.Now });
            await orchestrator.ResumeAsync(work, supplement.BookmarkId, new JsonObject { ["answered"] = true }, token);
            return Result.Success;
        }, ct);

    /// <summary>Adds a material that a gap asks for.</summary>
    public Task<Result> AttachAsync(Actor actor, Guid caseId, Material material, Operation operation, CancellationToken ct) =>
        transactions.RunAsync(caseId, operation, async (work, token) =>
        {
            ArgumentNullException.ThrowIfNull(material);
            if (Asked(work, actor) is not var (application, supplement)) return new CaseNotFound();
            if (supplement is null) return new NoOpenSupplement();
            if (!Gaps(supplement).Any(gap => gap.Kind == "material" && gap.Target == material.Code))
                return new MaterialNotUsable(material.Id);
            var item = (await items.VersionAsync(application.ServiceItemVersionId, token)).Item;
            work.Record("SupplementMaterialAdded", ("material", material.Id), ("code", material.Code));
            return await CaseMaterials.LinkAsync(work, actor, item, [material.Id], token);
        }, ct);

    /// <summary>The gaps of a supplement.</summary>
    public static IReadOnlyList<SupplementGap> Gaps(Supplement supplement)
    {
        ArgumentNullException.ThrowIfNull(supplement);
        return JsonSerializer.Deserialize<List<SupplementGap>>(supplement.Gaps, JsonSerializerOptions.Web)!;
    }

    /// <summary>The gaps that nothing was supplied for. A material that is there as often as it may be counts as supplied.</summary>
    private static List<FieldError> Unanswered(CaseWork work, Supplement supplement, ServiceItem item, FormAnswers merged)
    {
        var blank = new List<FieldError>();
        foreach (var gap in Gaps(supplement))
        {
            if (gap.Kind == "material" && item.FindMaterial(gap.Target) is { } material)
            {
                var links = work.Rows<CaseMaterial>().Where(link => link.Code == gap.Target).ToList();
                if (links.Count < material.MaxCount && !links.Any(link => link.LinkedAt >= supplement.RequestedAt))
                    blank.Add(new FieldError("materials." + gap.Target, new MaterialMissing(material.Name, links.Count + 1)));
            }
            else if (gap.Kind == "field" && item.Form.Find(gap.Target) is { Type: not FieldType.File } field
                && merged.Find(field.Code) is null)
            {
                blank.Add(new FieldError(field.Code, AnswerMissing.Of(field)));
            }
        }

        return blank;
    }

    private static FormAnswers Merge(ServiceItem item, Supplement supplement, FormAnswers old, FormAnswers given)
    {
        var asked = Gaps(supplement).Where(gap => gap.Kind == "field").Select(gap => gap.Target).ToHashSet(StringComparer.Ordinal);
        return item.Form.Fields.Where(field => asked.Contains(field.Code))
            .Aggregate(old, (all, field) => given.Find(field.Code) is { } answer ? all.With(field.Code, answer) : all);
    }

    private static (Application Application, Supplement? Open)? Asked(CaseWork work, Actor actor) =>
        work.Rows<Application>().SingleOrDefault() is { } application && application.CreatedBy == actor.UserId
            ? (application, work.Rows<Supplement>().FirstOrDefault(row => row.Status is SupplementStatus.Open))
            : null;
}
