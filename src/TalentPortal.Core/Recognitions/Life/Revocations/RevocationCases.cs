using System.Text.Json.Nodes;
using Npgsql;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Applications.Unlisted;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Orchestration;
using TalentPortal.Core.Parties;
using TalentPortal.Core.Recognitions.Life.Checks;
using TalentPortal.Core.Standards.Codes;

namespace TalentPortal.Core.Recognitions.Life.Revocations;

/// <summary>
/// Opens the case of a revocation: by an office with its grounds, or by the holder who gives the recognition back. The holder reads the
/// case as an own one either way; what an office began is not the holder's to take back.
/// </summary>
public sealed class RevocationCases(
    UnlistedCases cases, CaseTransaction transactions, Orchestrator orchestrator, LifeQueries recognitions, CodeTables codes,
    PortalDistrict district)
{
    /// <summary>The service item, which no list shows.</summary>
    public const string ItemKey = "recognition-revocation";

    /// <summary>The reason of a recognition that is given back.</summary>
    public const string OwnRequest = "own-request";

    /// <summary>Whoever opens a second case meanwhile waits here, and then reads the first one's.</summary>
    private const string HoldSql = "select status from recognitions where id = $1 for no key update";

    /// <summary>One that is decided counts until it reached the recognition's own case, which it does by a job.</summary>
    private const string OpenSql =
        """
        select exists (select from recognition_matters m join applications a on a.case_id = m.case_id
          where m.recognition_id = $1 and m.kind in ('Revocation', 'Return')
            and (a.status in ('Submitted', 'InReview', 'Supplementing') or m.result = 'Revoked'))
        """;

    /// <summary>Longest grounds, in UTF-16 code units.</summary>
    public const int LongestText = 2000;

    /// <summary>Whether an office may give this reason: the others are the holder's, and the yearly check's.</summary>
    public static bool IsForOffice(string reason) => reason is not (OwnRequest or AnnualCheckJob.MissedReason);

    /// <summary>An officer begins a revocation.</summary>
    /// <returns>The key of the new case.</returns>
    public async Task<Result<Guid>> OpenAsync(
        Actor officer, string number, string reason, string grounds, Operation operation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(officer);
        if (!officer.Can(Permission.IssueCertificates) || await recognitions.FindAsync(number, ct) is not { } found)
            return new CaseNotFound();
        if (found.PersonId == officer.PersonId || found.AppliedBy == officer.UserId) return new CaseNotFound();
        if (!IsForOffice(reason) || codes["revocation-reasons"].Find(reason) is null) return new RevocationReasonUnknown();
        var holder = await recognitions.HolderOfAsync(found, ct);
        return await FillAsync(found, new Opening(RecognitionMatterKind.Revocation, reason, grounds, holder, officer.UserId),
            operation, ct);
    }

    /// <summary>The holder gives the recognition back.</summary>
    /// <returns>The key of the new case.</returns>
    public async Task<Result<Guid>> ReturnAsync(Actor holder, string number, string grounds, Operation operation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(holder);
        if (await recognitions.FindAsync(number, ct) is not { } found || holder.PersonId != found.PersonId) return new CaseNotFound();
        return await FillAsync(found,
            new Opening(RecognitionMatterKind.Return, OwnRequest, grounds, holder.UserId, OpenedBy: null), operation, ct);
    }

    /// <summary>What an office began is not the holder's to take back.</summary>
    internal static Refusal? MayNotWithdraw(CaseWork work) =>
        work.Rows<RecognitionMatter>().SingleOrDefault() is { OpenedBy: not null } ? new OfficeMatterNotWithdrawn() : null;

    private async Task<Result<Guid>> FillAsync(RecognitionLifeView found, Opening opening, Operation operation, CancellationToken ct)
    {
        var grounds = opening.Grounds.Trim();
        if (grounds.Length is 0 or > LongestText) return new LifeTextInvalid(LongestText);
        var created = new Case { Id = Ids.New(), Kind = CaseKind.Application, DistrictId = district.Id, CreatedAt = operation.At };
        return await transactions.CreateAsync(created, operation, async (work, token) =>
        {
            var status = await HoldAsync(work, found.Id, token);
            if (RecognitionStatuses.Final.Contains(status)) return new RecognitionNotInState(status, RecognitionStatus.Revoked);
            if (await IsOpenAsync(work, found.Id, token)) return new RevocationUnderWay();
            var version = await cases.FillAsync(work, Request(found, opening, grounds), token);
            work.Rows<RecognitionMatter>().Add(new RecognitionMatter
            {
                CaseId = work.CaseId,
                RecognitionId = found.Id,
                Kind = opening.Kind,
                Reason = opening.Reason,
                OpenedBy = opening.OpenedBy,
            });
            work.Record(opening.OpenedBy is null ? "ApplicationSubmitted" : "RevocationOpened", ("item", version.Item.Code),
                ("version", version.Item.Version), ("recognition", found.Id), ("reason", opening.Reason));
            await orchestrator.StartAsync(work, version.Item.DefinitionId, version.DefinitionVersion,
                new JsonObject { ["hasOwnRequest"] = opening.Kind is RecognitionMatterKind.Return }, token);
            return Result.Of(work.CaseId);
        }, ct);
    }

    private static UnlistedRequest Request(RecognitionLifeView found, Opening opening, string grounds)
    {
        var answers = new JsonObject
        {
            ["holder"] = found.Name,
            ["certificate"] = found.Number,
            ["recognitionCase"] = found.CaseNumber,
            ["reason"] = opening.Reason,
            ["grounds"] = grounds,
        };
        return new UnlistedRequest(ItemKey, opening.Holder, found.Name, answers)
        {
            SubjectPersonId = found.PersonId,
            FilledByText = opening.OpenedBy is null ? null : "opened",
        };
    }

    private static async Task<RecognitionStatus> HoldAsync(CaseWork work, Guid recognition, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(HoldSql, work.Connection) { Parameters = { CaseBatch.Uuid(recognition) } };
        return Enum.Parse<RecognitionStatus>((string)(await command.ExecuteScalarAsync(ct))!);
    }

    private static async Task<bool> IsOpenAsync(CaseWork work, Guid recognition, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(OpenSql, work.Connection) { Parameters = { CaseBatch.Uuid(recognition) } };
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>Who opens the case, for which holder, on what grounds.</summary>
    private sealed record Opening(RecognitionMatterKind Kind, string Reason, string Grounds, Guid Holder, Guid? OpenedBy);
}
