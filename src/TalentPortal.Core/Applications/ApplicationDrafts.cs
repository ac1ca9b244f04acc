using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Files;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Parties;

namespace TalentPortal.Core.Applications;

/// <summary>A draft's answers to save.</summary>
/// <param name="CaseId">Which draft.</param>
/// <param name="Revision">The revision that the page showed.</param>
/// <param name="Change">Takes the stored answers to the new ones.</param>
public sealed record DraftSave(Guid CaseId, int Revision, Func<ServiceItem, FormAnswers, FormAnswers> Change);

/// <summary>Drafts: a row from the first click, saved as often as the author types, seen by the author alone.</summary>
public sealed class ApplicationDrafts(CaseTransaction transactions, ServiceItems items, SecretBox secrets, PortalDistrict district)
{
    /// <summary>Shortest ground for acting for somebody else, in characters.</summary>
    public const int ShortestBasis = 4;

    /// <summary>Longest ground for acting for somebody else, in characters.</summary>
    public const int LongestBasis = 400;

    /// <summary>Begins a draft.</summary>
    /// <param name="actor">Whose draft.</param>
    /// <param name="codeOrKey">The service item.</param>
    /// <param name="onBehalfBasis">On what ground it is for somebody else; null for an own one.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The case's key.</returns>
    public Task<Result<Guid>> StartAsync(
        Actor actor, string codeOrKey, string? onBehalfBasis, Operation operation, CancellationToken ct) =>
        StartAsync(actor, codeOrKey, onBehalfBasis, FormAnswers.Empty, operation, ct);

    /// <summary>Begins a draft that has first answers already, for example which benefit is meant; the author may change them.</summary>
    public async Task<Result<Guid>> StartAsync(
        Actor actor, string codeOrKey, string? onBehalfBasis, FormAnswers first, Operation operation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(first);
        if (items.FindListed(codeOrKey) is not { } version) return new ServiceItemUnknown();
        if (CheckBasis(onBehalfBasis) is { } notValid) return notValid;
        var created = NewCase(district, operation.At);
        return await transactions.CreateAsync(created, operation, (work, _) =>
        {
            var draft = Add(work, actor, version, onBehalfBasis);
            if (first.Values.Count > 0) work.Rows<Application>().Replace(draft with { Answers = secrets.Close(work, version.Item, first) });
            work.Record("DraftStarted", ("item", version.Item.Code), ("version", version.Item.Version));
            return Task.FromResult(Result.Of(created.Id));
        }, ct);
    }

    /// <summary>Saves answers; what is wrong with them is said by the form, nothing typed is lost.</summary>
    /// <returns>The new revision.</returns>
    public Task<Result<int>> SaveAsync(Actor actor, DraftSave save, Operation operation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(save);
        return transactions.RunAsync<int>(save.CaseId, operation, async (work, token) =>
        {
            if (OwnDraft(work, actor) is not { } draft) return new CaseNotFound();
            if (draft.DraftRevision != save.Revision) return new DraftChangedElsewhere();
            var version = await NewestAsync(draft, token);
            var item = version.Item;
            var answers = save.Change(item, secrets.Open(work, item, draft.Answers));
            work.Rows<Application>().Replace(draft with
            {
                Answers = secrets.Close(work, item, answers),
                DraftRevision = draft.DraftRevision + 1,
                SavedAt = work.Now,
            });
            return draft.DraftRevision + 1;
        }, ct);
    }

    /// <summary>The author has looked over what the newest version of the item changed: the draft follows it from here on.</summary>
    public Task<Result> LookOverAsync(Actor actor, Guid caseId, Operation operation, CancellationToken ct) =>
        transactions.RunAsync(caseId, operation, async (work, token) =>
        {
            if (OwnDraft(work, actor) is not { } draft) return new CaseNotFound();
            var version = await NewestAsync(draft, token);
            work.Rows<Application>().Replace(draft with { ServiceItemVersionId = version.Id });
            work.Record("DraftLookedOver", ("item", version.Item.Code), ("version", version.Item.Version));
            return Result.Success;
        }, ct);

    /// <summary>Links an uploaded or earlier material to the draft.</summary>
    public Task<Result> AttachAsync(Actor actor, Guid caseId, Guid materialId, Operation operation, CancellationToken ct) =>
        transactions.RunAsync(caseId, operation, async (work, token) =>
        {
            if (OwnDraft(work, actor) is not { } draft) return new CaseNotFound();
            var item = (await NewestAsync(draft, token)).Item;
            return await CaseMaterials.LinkAsync(work, actor, item, [materialId], token);
        }, ct);

    /// <summary>Takes a material off the draft; the file stays in the applicant's own store.</summary>
    public Task<Result> DetachAsync(Actor actor, Guid caseId, Guid materialId, Operation operation, CancellationToken ct) =>
        transactions.RunAsync(caseId, operation, (work, _) =>
        {
            if (OwnDraft(work, actor) is null) return Task.FromResult<Result>(new CaseNotFound());
            var links = work.Rows<CaseMaterial>();
            if (links.FirstOrDefault(link => link.MaterialId == materialId) is { } link) links.Remove(link);
            return Task.FromResult(Result.Success);
        }, ct);

    /// <summary>Why a ground for acting for somebody else can't stand; null when it can, or there is none.</summary>
    internal static OnBehalfBasisNotValid? CheckBasis(string? basis) =>
        string.IsNullOrWhiteSpace(basis) || Clean(basis).Length is >= ShortestBasis and <= LongestBasis
            ? null
            : new OnBehalfBasisNotValid(ShortestBasis, LongestBasis);

    internal static Case NewCase(PortalDistrict district, DateTimeOffset at) =>
        new() { Id = Ids.New(), Kind = CaseKind.Application, DistrictId = district.Id, CreatedAt = at };

    internal static Application Add(CaseWork work, Actor actor, ServiceItemVersion version, string? onBehalfBasis) =>
        work.Rows<Application>().Add(new Application
        {
            CaseId = work.CaseId,
            ServiceItemCode = version.Item.Code,
            ServiceItemVersionId = version.Id,
            CreatedBy = actor.UserId,
            OnBehalfBasis = string.IsNullOrWhiteSpace(onBehalfBasis) ? null : Clean(onBehalfBasis),
            CreatedAt = work.Now,
            SavedAt = work.Now,
        });

    /// <summary>A draft follows its item: what is handed in must fit the requirements of that day.</summary>
    private async ValueTask<ServiceItemVersion> NewestAsync(Application draft, CancellationToken ct) =>
        items.Find(draft.ServiceItemCode) ?? await items.VersionAsync(draft.ServiceItemVersionId, ct);

    private static string Clean(string basis) => AnswerText.Clean(basis, keepLines: true);

    private static Application? OwnDraft(CaseWork work, Actor actor) => work.Rows<Application>().SingleOrDefault() is { } draft
        && draft.CreatedBy == actor.UserId && draft.Status is ApplicationStatus.Draft ? draft : null;
}
