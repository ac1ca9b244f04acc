using System.Text.Json;
using System.Text.Json.Nodes;
using Npgsql;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Orchestration;
using TalentPortal.Core.Parties;
using TalentPortal.Core.Standards.Codes;

namespace TalentPortal.Core.Recognitions.Life;

/// <summary>
/// Opens the case of a revocation: by an office with its grounds, or by the holder who gives the recognition back. The holder reads the case
/// as an own one either way; what an office began is not the holder's to take back.
/// </summary>
public sealed class RevocationCases(NpgsqlDataSource database, CaseTransaction transactions, ServiceItems items, SecretBox secrets,
    CaseNumbering numbering, Orchestrator orchestrator, LifeQueries recognitions, CodeTables codes,
    PortalDistrict district, PortalTimeZone zone)
{
    /// <summary>The service item, which no list shows.</summary>
    public const string ItemKey = "recognition-revocation";

    /// <summary>The reason of a recognition that is given back.</summary>
    public const string OwnRequest = "own-request";

    private const string OpenSql =
        """
        select exists (select from recognition_matters m join applications a on a.case_id = m.case_id
          where m.recognition_id = $1 and m.kind in ('Revocation', 'Return') and a.status in ('Submitted', 'InReview', 'Supplementing'))
        """;

    private const string HolderSql = "select id from portal_users where person_id = $1";

    /// <summary>Longest grounds, in UTF-16 code units.</summary>
    public const int LongestText = 2000;

    /// <summary>The item's newest version.</summary>
    /// <exception cref="InvalidOperationException">It was never loaded.</exception>
    public ServiceItemVersion Item => items.Find(ItemKey) ?? throw new InvalidOperationException($"There is no service item '{ItemKey}'.");

    /// <summary>Whether an office may give this reason: the others are the holder's, and the yearly check's.</summary>
    public static bool IsForOffice(string reason) => reason is not (OwnRequest or AnnualCheckJob.MissedReason);

    /// <summary>An officer begins a revocation.</summary>
    /// <returns>The key of the new case.</returns>
    public async Task<Result<Guid>> OpenAsync(
        Actor officer, string number, string reason, string grounds, Operation operation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(officer);
        if (!officer.Can(Permission.IssueCertificates) || await recognitions.FindAsync(number, ct) is not { } found) return new CaseNotFound();
        if (found.PersonId == officer.PersonId || found.AppliedBy == officer.UserId) return new CaseNotFound();
        if (!IsForOffice(reason) || codes["revocation-reasons"].Find(reason) is null) return new RevocationReasonUnknown();
        var holder = await HolderAsync(found, ct);
        return await FillAsync(found, new Opening(RecognitionMatterKind.Revocation, reason, grounds, holder, officer.UserId), operation, ct);
    }

    /// <summary>The holder gives the recognition back.</summary>
    /// <returns>The key of the new case.</returns>
    public async Task<Result<Guid>> ReturnAsync(Actor holder, string number, string grounds, Operation operation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(holder);
        if (await recognitions.FindAsync(number, ct) is not { } found || holder.PersonId != found.PersonId) return new CaseNotFound();
        return await FillAsync(found, new Opening(RecognitionMatterKind.Return, OwnRequest, grounds, holder.UserId, OpenedBy: null), operation, ct);
    }

    /// <summary>What an office began is not the holder's to take back.</summary>
    internal static Refusal? MayNotWithdraw(CaseWork work) =>
        work.Rows<RecognitionMatter>().SingleOrDefault() is { OpenedBy: not null } ? new OfficeMatterNotWithdrawn() : null;

    private async Task<Result<Guid>> FillAsync(RecognitionLifeView found, Opening opening, Operation operation, CancellationToken ct)
    {
        var grounds = opening.Grounds.Trim();
        if (grounds.Length is 0 or > LongestText) return new LifeTextInvalid(LongestText);
        if (RecognitionStatuses.Final.Contains(found.Status)) return new RecognitionNotInState(found.Status, RecognitionStatus.Revoked);
        var created = new Case { Id = Ids.New(), Kind = CaseKind.Application, DistrictId = district.Id, CreatedAt = operation.At };
        return await transactions.CreateAsync(created, operation, async (work, token) =>
        {
            if (await IsOpenAsync(work, found.Id, token)) return new RevocationUnderWay();
            var version = Item;
            work.Rows<Application>().Add(Application(work, found, opening, version, grounds));
            work.Rows<RecognitionMatter>().Add(new RecognitionMatter
            {
                CaseId = work.CaseId,
                RecognitionId = found.Id,
                Kind = opening.Kind,
                Reason = opening.Reason,
                OpenedBy = opening.OpenedBy,
            });
            await numbering.NumberAsync(work, version.Item.Code, zone.DateOf(work.Now), token);
            work.Record(opening.OpenedBy is null ? "ApplicationSubmitted" : "RevocationOpened", ("item", version.Item.Code), ("version", version.Item.Version), ("recognition", found.Id), ("reason", opening.Reason));
            await orchestrator.StartAsync(work, version.Item.DefinitionId, version.DefinitionVersion,
                new JsonObject { ["hasOwnRequest"] = opening.Kind is RecognitionMatterKind.Return }, token);
            return Result.Of(work.CaseId);
        }, ct);
    }

    private Application Application(CaseWork work, RecognitionLifeView found, Opening opening, ServiceItemVersion version, string grounds) => new()
    {
        CaseId = work.CaseId,
        ServiceItemCode = version.Item.Code,
        ServiceItemVersionId = version.Id,
        Status = ApplicationStatus.Submitted,
        SubjectPersonId = found.PersonId,
        SubjectName = found.Name,
        CreatedBy = opening.Holder,
        SubmittedBy = opening.Holder,
        OnBehalfBasis = opening.OpenedBy is null ? null : version.Item.Texts["opened"].Zh,
        Answers = secrets.Close(work, version.Item, Answers(version.Item, found, opening.Reason, grounds)),
        CreatedAt = work.Now,
        SavedAt = work.Now,
        SubmittedAt = work.Now,
    };

    private static FormAnswers Answers(ServiceItem item, RecognitionLifeView found, string reason, string grounds)
    {
        var answers = new JsonObject
        {
            ["holder"] = found.Name,
            ["certificate"] = found.Number,
            ["recognitionCase"] = found.CaseNumber,
            ["reason"] = reason,
            ["grounds"] = grounds,
        };
        var bound = AnswerBinder.FromJson(item.Form.Fields, JsonSerializer.SerializeToElement(answers));
        return bound.Errors.Count == 0 ? bound.Answers
            : throw new InvalidOperationException($"The form of {item.Key} does not take a revocation: {bound.Errors[0].Path}.");
    }

    private async Task<Guid> HolderAsync(RecognitionLifeView found, CancellationToken ct)
    {
        await using var command = database.CreateCommand(HolderSql);
        command.Parameters.Add(CaseBatch.Uuid(found.PersonId));
        return await command.ExecuteScalarAsync(ct) as Guid? ?? found.AppliedBy;
    }

    private static async Task<bool> IsOpenAsync(CaseWork work, Guid recognition, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(OpenSql, work.Connection) { Parameters = { CaseBatch.Uuid(recognition) } };
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>Who opens the case, for which holder, on what grounds.</summary>
    private sealed record Opening(RecognitionMatterKind Kind, string Reason, string Grounds, Guid Holder, Guid? OpenedBy);
}
