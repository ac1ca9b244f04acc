using System.Text.Json;
using Npgsql;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Parties;
using TalentPortal.Core.Ratings.Handling;
using TalentPortal.Core.Standards;

namespace TalentPortal.Core.Ratings.Queries;

/// <summary>Reads bad ratings for those whose eyes they may meet (<see cref="RatingReach"/>).</summary>
public sealed class RatingDesk(NpgsqlDataSource database, ServiceItems items, OrganisationDirectory organisations, RatingTerms terms, PortalTimeZone zone)
{
    /// <summary>Most rows of one page.</summary>
    public const int MostRows = 200;

    private static readonly string Columns = string.Join(", ", Rating.Table.ColumnNames.Select(name => "r." + name));

    private static readonly string Sql =
        $"""
        select {Columns}, own.number, h.display_name, a.service_item_version_id, {RatingReach.Hand},
          case when r.status = 'Closed' then c.number end, case when r.status = 'Closed' then a.subject_name end
        from ratings r join cases own on own.id = r.case_id join cases c on c.id = r.rated_case_id
          join applications a on a.case_id = r.rated_case_id left join portal_users h on h.id = r.handler_id
        where {RatingReach.Condition}
        """;

    private const string ActionsSql =
        """
        select x.kind, u.display_name, x.happened_on, x.way, x.note from rating_actions x join portal_users u on u.id = x.by_user_id
        where x.case_id = $1 order by x.acted_at, x.id
        """;

    /// <summary>Bad ratings; at most <see cref="MostRows"/>.</summary>
    public Task<IReadOnlyList<DeskRating>> ListAsync(Actor actor, RatingView view, CancellationToken ct) => ListAsync(actor, view, MostRows, ct);

    /// <summary>The same, as many as are asked for.</summary>
    public Task<IReadOnlyList<DeskRating>> ListAsync(Actor actor, RatingView view, int most, CancellationToken ct) => ReadAsync(actor, view switch
    {
        RatingView.Closed => " and r.status = 'Closed' order by r.closed_on desc, r.case_id",
        RatingView.Appealed => " and r.appeal_status = 'Open' order by r.appealed_on, r.case_id",
        _ => " and r.status <> 'Closed' order by r.status = 'ToFollowUp', "
            + "case when r.status = 'ToContact' then r.contact_due_on else r.rectify_due_on end, r.case_id",
    }, id: null, most, ct);

    /// <summary>One; null where the reader may not see it.</summary>
    public async Task<DeskRating?> FindAsync(Actor actor, Guid id, CancellationToken ct) =>
        (await ReadAsync(actor, " and r.case_id = $6", id, 1, ct)).SingleOrDefault();

    /// <summary>What was done about one that <see cref="FindAsync"/> gave, the oldest first.</summary>
    public async Task<IReadOnlyList<DeskRatingAction>> ActionsAsync(DeskRating rating, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(rating);
        await using var command = database.CreateCommand(ActionsSql);
        command.Parameters.Add(CaseBatch.Uuid(rating.Id));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var actions = new List<DeskRatingAction>();
        while (await reader.ReadAsync(ct))
        {
            actions.Add(new DeskRatingAction(Enum.Parse<RatingActionKind>(reader.GetString(0)), reader.GetString(1), reader.GetFieldValue<DateOnly>(2),
                reader.IsDBNull(3) ? null : Enum.Parse<ContactWay>(reader.GetString(3)), reader.GetString(4)));
        }

        return actions;
    }

    private async Task<IReadOnlyList<DeskRating>> ReadAsync(Actor actor, string rest, Guid? id, int most, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await using var command = database.CreateCommand($"{Sql}{rest} limit {most}");
        foreach (var parameter in RatingReach.ParametersOf(actor)) command.Parameters.Add(parameter);
        if (id is not null) command.Parameters.Add(CaseBatch.Uuid(id));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var found = new List<DeskRating>();
        while (await reader.ReadAsync(ct)) found.Add(await RowAsync(reader, actor, ct));
        return found;
    }

    private async Task<DeskRating> RowAsync(NpgsqlDataReader reader, Actor actor, CancellationToken ct)
    {
        var rating = Rating.Table.Read(reader);
        var next = Rating.Table.ColumnNames.Count;
        var unit = (await organisations.FindAsync(rating.OrganisationId, ct))!;
        var today = zone.Today;
        DateOnly? appealUntil = rating.ClosedOn is { } closed ? terms.AppealUntil(closed) : null;
        return new DeskRating
        {
            Id = rating.CaseId,
            Reference = reader.GetString(next),
            Item = (await items.VersionAsync(reader.GetGuid(next + 2), ct)).Item.Name,
            Unit = new LocalizedText(unit.NameZh, unit.NameEn),
            Status = rating.Status,
            Level = rating.Level!.Value,
            Tags = JsonSerializer.Deserialize<List<string>>(rating.Tags)!,
            Comment = rating.Comment,
            RatedOn = rating.RatedOn!.Value,
            ContactDueOn = rating.ContactDueOn!.Value,
            RectifyDueOn = rating.RectifyDueOn!.Value,
            FollowUpUntil = rating.FollowUpUntil,
            FollowUpLevel = rating.FollowUpLevel,
            FollowUpComment = rating.FollowUpComment,
            ClosedOn = rating.ClosedOn,
            Clock = terms.Clock(rating.Status, rating.RatedOn, today),
            HandlerName = reader.IsDBNull(next + 1) ? null : reader.GetString(next + 1),
            IsMine = rating.HandlerId == actor.UserId,
            AppealUntil = appealUntil,
            MayAppeal = rating.AppealStatus is null && RatingAppeals.MayAppeal(rating, actor) && (appealUntil is null || today <= appealUntil),
            MayDecide = rating.AppealStatus is RatingAppealStatus.Open && RatingReach.MayDecideAppeals(actor, unit.Kind)
                && rating.AppealedBy != actor.UserId && rating.HandlerId != actor.UserId
                && !RatingReach.UnitsOf(actor).Contains(rating.OrganisationId) && !reader.GetBoolean(next + 3),
            AppealStatus = rating.AppealStatus,
            AppealReason = rating.AppealReason,
            AppealEvidence = rating.AppealEvidence,
            AppealFinding = rating.AppealFinding,
            CaseNumber = reader.IsDBNull(next + 4) ? null : reader.GetString(next + 4),
            SubjectMasked = reader.IsDBNull(next + 5) ? null : Mask.Name(reader.GetString(next + 5)),
        };
    }
}
