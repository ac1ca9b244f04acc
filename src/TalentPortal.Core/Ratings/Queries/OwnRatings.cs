using Npgsql;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Parties;

namespace TalentPortal.Core.Ratings.Queries;

/// <summary>
/// The ratings that somebody may give or gave. What another one said about the same case is not shown, nor that anything was said.
/// </summary>
public sealed class OwnRatings(NpgsqlDataSource database, ServiceItems items, OrganisationDirectory organisations, PortalTimeZone zone)
{
    private static readonly string Sql =
        $"""
        select {string.Join(", ", Rating.Table.ColumnNames.Select(name => "r." + name))}, c.number, a.service_item_version_id, a.closed_at,
          (select x.note from rating_actions x where x.case_id = r.case_id and x.kind = 'Rectified' order by x.acted_at desc limit 1)
        from ratings r join applications a on a.case_id = r.rated_case_id join cases c on c.id = r.rated_case_id
        where (r.rated_by = $1 or (r.status = 'Asked' and r.answer_until >= $3 and {OwnRatingSql.Own}))
        """;

    /// <summary>All of somebody's: those to be answered first, then the newest; at most 100.</summary>
    public Task<IReadOnlyList<OwnRating>> ListAsync(Actor actor, CancellationToken ct) =>
        ReadAsync(actor, " order by r.status not in ('Asked', 'ToFollowUp'), a.closed_at desc, r.case_id limit 100", key: null, ct);

    /// <summary>One; null where there is none of theirs.</summary>
    public async Task<OwnRating?> FindAsync(Actor actor, Guid id, CancellationToken ct) =>
        (await ReadAsync(actor, " and r.case_id = $4", id, ct)).SingleOrDefault();

    /// <summary>That of a case; null where there is none of theirs.</summary>
    public async Task<OwnRating?> OfCaseAsync(Actor actor, Guid caseId, CancellationToken ct) =>
        (await ReadAsync(actor, " and r.rated_case_id = $4", caseId, ct)).SingleOrDefault();

    private async Task<IReadOnlyList<OwnRating>> ReadAsync(Actor actor, string rest, Guid? key, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var today = zone.Today;
        await using var command = database.CreateCommand(Sql + rest);
        command.Parameters.Add(CaseBatch.Uuid(actor.UserId));
        command.Parameters.Add(CaseBatch.Uuid(actor.PersonId));
        command.Parameters.AddWithValue(today);
        if (key is not null) command.Parameters.Add(CaseBatch.Uuid(key));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var found = new List<OwnRating>();
        while (await reader.ReadAsync(ct)) found.Add(await RowAsync(reader, today, ct));
        return found;
    }

    private async Task<OwnRating> RowAsync(NpgsqlDataReader reader, DateOnly today, CancellationToken ct)
    {
        var rating = Rating.Table.Read(reader);
        var next = Rating.Table.ColumnNames.Count;
        var item = (await items.VersionAsync(reader.GetGuid(next + 1), ct)).Item;
        var unit = (await organisations.FindAsync(rating.OrganisationId, ct))!;
        return new OwnRating
        {
            Id = rating.CaseId,
            CaseNumber = reader.GetString(next),
            Item = item.Name,
            Unit = new LocalizedText(unit.NameZh, unit.NameEn),
            CaseClosedAt = reader.GetFieldValue<DateTimeOffset>(next + 2),
            Rating = rating,
            MayRate = rating.Status is RatingStatus.Asked && today <= rating.AnswerUntil,
            MayFollowUp = rating.Status is RatingStatus.ToFollowUp && today <= rating.FollowUpUntil,
            Rectified = reader.IsDBNull(next + 3) ? null : reader.GetString(next + 3),
        };
    }
}
