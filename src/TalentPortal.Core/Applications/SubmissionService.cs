using System.Text.Json;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Parties;

namespace TalentPortal.Core.Applications;

/// <summary>Answers and materials of one API call.</summary>
/// <param name="ServiceItem">Code or key of the item.</param>
/// <param name="Answers">Answers by field code, a JSON object.</param>
/// <param name="Materials">Keys of uploaded materials.</param>
/// <param name="OnBehalfBasis">On what ground it is for somebody else; null for an own one.</param>
public sealed record DirectSubmission(string ServiceItem, JsonElement Answers, IReadOnlyList<Guid> Materials, string? OnBehalfBasis);

/// <summary>Hands applications in: from a draft, or whole in one call. Both take the same way.</summary>
public sealed class SubmissionService(
    CaseTransaction transactions, ServiceItems items, SubmissionSteps steps, PortalDistrict district)
{
    /// <summary>Hands in a draft.</summary>
    /// <param name="actor">Its author.</param>
    /// <param name="caseId">The draft.</param>
    /// <param name="consented">Whether the author agreed to the use of personal data.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<SubmissionReceipt>> SubmitAsync(
        Actor actor, Guid caseId, bool consented, Operation operation, CancellationToken ct) =>
        transactions.RunAsync(caseId, operation, async (work, token) =>
        {
            ArgumentNullException.ThrowIfNull(actor);
            if (work.Rows<Application>().SingleOrDefault() is not { } draft || draft.CreatedBy != actor.UserId) return new CaseNotFound();
            if (draft.Status is not ApplicationStatus.Draft) return new ApplicationNotInState(draft.Status, ApplicationStatus.Submitted);
            if (!consented) return new ConsentMissing();
            var pinned = await items.VersionAsync(draft.ServiceItemVersionId, token);
            var version = items.Find(pinned.Item.Code) ?? pinned;
            if (version.Id != draft.ServiceItemVersionId) return new DraftNotLookedOver(version.Item.Version);
            return await steps.SubmitAsync(work, actor, version, steps.Answers(work, version.Item, draft), token);
        }, ct);

    /// <summary>Hands in a whole application at once; the caller states consent by calling.</summary>
    public async Task<Result<SubmissionReceipt>> SubmitAsync(
        Actor actor, DirectSubmission submission, Operation operation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(submission);
        if (items.FindListed(submission.ServiceItem) is not { } version) return new ServiceItemUnknown();
        if (ApplicationDrafts.CheckBasis(submission.OnBehalfBasis) is { } notValid) return notValid;
        var bound = AnswerBinder.FromJson(version.Item.Form.Fields, submission.Answers);
        return await transactions.CreateAsync(ApplicationDrafts.NewCase(district, operation.At), operation, async (work, token) =>
        {
            if (bound.Errors.Count > 0) return new AnswersInvalid(bound.Errors);
            ApplicationDrafts.Add(work, actor, version, submission.OnBehalfBasis);
            if (await CaseMaterials.LinkAsync(work, actor, version.Item, submission.Materials, token) is { Succeeded: false } refused)
                return refused.Refusal;
            return await steps.SubmitAsync(work, actor, version, bound.Answers, token);
        }, ct);
    }
}
