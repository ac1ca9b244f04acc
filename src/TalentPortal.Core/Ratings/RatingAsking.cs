using System.Security.Cryptography;
using Npgsql;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Notifications;
using TalentPortal.Core.Ratings.Handling;

namespace TalentPortal.Core.Ratings;

/// <summary>
/// Asks, once, whoever handed a closed case in, and the person it is about, to rate it. A submitter of a unit that had a hand in the case
/// is not asked: offices do not rate themselves.
/// </summary>
public sealed class RatingAsking(NpgsqlDataSource database, CaseTransaction transactions, RatingTerms terms, PortalTimeZone zone)
{
    /// <summary>Whether account $2 belongs, or belonged, to a unit that had a task of case <c>a</c>.</summary>
    internal const string UnitHand =
        """
        exists (select from review_tasks t join appointments p on p.organisation_id = t.organisation_id and p.user_id = coalesce(a.submitted_by, a.created_by)
          where t.case_id = a.case_id)
        """;

    private const string NumberLetters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private const string FindSql =
        $"""
        select c.district_id, a.service_item_code,
          coalesce(
            (select d.organisation_id from decisions d where d.case_id = a.case_id and d.organisation_id is not null order by d.decided_at desc, d.id desc limit 1),
            (select t.organisation_id from review_tasks t where t.case_id = a.case_id order by t.created_at desc, t.id desc limit 1)),
          case when {UnitHand} then null else coalesce(a.submitted_by, a.created_by) end,
          (select u.id from portal_users u where u.person_id = a.subject_person_id)
        from applications a join cases c on c.id = a.case_id
        where a.case_id = $1 and a.closed_at is not null and c.number is not null
          and not exists (select from ratings r where r.rated_case_id = a.case_id)
        """;

    /// <summary>Asks; nothing happens where nobody may be asked, or everybody was.</summary>
    /// <param name="caseId">The closed case.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result> AskAsync(Guid caseId, Operation operation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(operation);
        if (await FindAsync(caseId, ct) is not { } found) return Result.Success;
        var today = zone.DateOf(operation.At);
        var created = new Case
        {
            Id = Ids.New(),
            Number = "PJ" + RandomNumberGenerator.GetString(NumberLetters, 10),
            Kind = CaseKind.Rating,
            DistrictId = found.DistrictId,
            CreatedAt = operation.At,
        };
        var result = await transactions.CreateAsync<bool>(created, operation, (work, _) =>
        {
            work.RefuseOn("ratings_one_a_case", new RatingAlreadyAsked());
            work.TryAgainOn("cases_number_key");
            work.Rows<Rating>().Add(new Rating
            {
                CaseId = created.Id,
                RatedCaseId = caseId,
                ServiceItemCode = found.Item,
                OrganisationId = found.Unit,
                AskedOn = today,
                AnswerUntil = terms.AnswerUntil(today),
            });
            work.Record("RatingAsked", ("unit", found.Unit), ("item", found.Item));
            foreach (var recipient in found.Recipients)
                RatingMessages.Tell(work, recipient, MessageTemplates.RatingRequest, terms.AnswerUntil(today));
            return Task.FromResult(Result.Of(true));
        }, ct);
        return result.Refusal is RatingAlreadyAsked ? Result.Success : result.ToResult();
    }

    private async Task<Asked?> FindAsync(Guid caseId, CancellationToken ct)
    {
        await using var command = database.CreateCommand(FindSql);
        command.Parameters.Add(CaseBatch.Uuid(caseId));
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct) || reader.IsDBNull(2)) return null;
        Guid?[] recipients = [reader.GetFieldValue<Guid?>(3), reader.GetFieldValue<Guid?>(4)];
        IReadOnlyList<Guid> known = [.. recipients.OfType<Guid>().Distinct()];
        return known.Count == 0 ? null : new Asked(reader.GetInt16(0), reader.GetString(1), reader.GetGuid(2), known);
    }

    private sealed record Asked(short DistrictId, string Item, Guid Unit, IReadOnlyList<Guid> Recipients);
}
