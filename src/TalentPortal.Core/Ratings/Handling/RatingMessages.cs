using System.Globalization;
using System.Text.Json;
using Npgsql;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Notifications;
using TalentPortal.Core.Parties;

namespace TalentPortal.Core.Ratings.Handling;

/// <summary>Messages about ratings. Those to officers name the rating and never the case or the person.</summary>
internal static class RatingMessages
{
    private const string HandlersSql =
        """
        select distinct p.user_id
        from ratings r join appointments p on p.from_on <= $2 and (p.to_on is null or p.to_on >= $2) and p.role = any($3)
          join organisations o on o.id = p.organisation_id join organisations rated on rated.id = r.organisation_id
          join portal_users u on u.id = p.user_id
        where r.case_id = $1 and (p.organisation_id = r.organisation_id or ($4 and o.kind = 'TalentOffice')
            or (o.kind = 'LeadingGroup' and rated.kind = 'TalentOffice'))
        """;

    private const string DecidersSql =
        """
        select distinct p.user_id from appointments p join organisations o on o.id = p.organisation_id join portal_users u on u.id = p.user_id
        where o.kind = $3 and p.role = $3 and p.from_on <= $2 and (p.to_on is null or p.to_on >= $2)
        """;

    /// <summary>Keeps account <c>u</c> out where it had a hand in the case that rating $1 is about.</summary>
    private static readonly string WithoutHand = " and not exists (select from ratings r where r.case_id = $1 and "
        + RatingReach.Hand.Replace("$1", "u.id", StringComparison.Ordinal).Replace("$2", "u.person_id", StringComparison.Ordinal) + ")";

    /// <summary>Adds a message.</summary>
    public static void Tell(CaseWork work, Guid recipient, string template, DateOnly? dueOn = null) =>
        work.Rows<OutboxMessage>().Add(OutboxMessage.To(recipient, template, work.Now, work.CaseId, dueOn is { } day
            ? JsonSerializer.Serialize(new Dictionary<string, string>(StringComparer.Ordinal) { ["dueOn"] = day.ToString("O", CultureInfo.InvariantCulture) })
            : "{}"));

    /// <summary>Who may decide an appeal: officers of units of that kind without a hand in the case.</summary>
    public static async Task<IReadOnlyList<Guid>> DecidersAsync(CaseWork work, OrganisationKind kind, DateOnly today, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(DecidersSql + WithoutHand, work.Connection);
        command.Parameters.Add(CaseBatch.Uuid(work.CaseId));
        command.Parameters.AddWithValue(today);
        command.Parameters.Add(CaseBatch.Text(kind.ToString()));
        return await ReadAsync(command, ct);
    }

    /// <summary>
    /// Who may deal with the rating: officers of its unit without a hand in the case; where there is none, or all are wanted, those of the
    /// talent office too.
    /// </summary>
    public static async Task<IReadOnlyList<Guid>> HandlersAsync(CaseWork work, DateOnly today, bool withOffice, CancellationToken ct)
    {
        var own = await ReadAsync(work, today, withOffice, ct);
        return own.Count > 0 || withOffice ? own : await ReadAsync(work, today, withOffice: true, ct);
    }

    private static async Task<List<Guid>> ReadAsync(CaseWork work, DateOnly today, bool withOffice, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(HandlersSql + WithoutHand, work.Connection);
        command.Parameters.Add(CaseBatch.Uuid(work.CaseId));
        command.Parameters.AddWithValue(today);
        command.Parameters.AddWithValue(HandlerRoles);
        command.Parameters.AddWithValue(withOffice);
        return await ReadAsync(command, ct);
    }

    private static async Task<List<Guid>> ReadAsync(NpgsqlCommand command, CancellationToken ct)
    {
        await using var reader = await command.ExecuteReaderAsync(ct);
        var found = new List<Guid>();
        while (await reader.ReadAsync(ct)) found.Add(reader.GetGuid(0));
        return found;
    }

    private static string[] HandlerRoles { get; } =
        [.. Enum.GetValues<PortalRole>().Where(role => RolePermissions.Of(role).Contains(Permission.HandleRatings))
            .Select(role => role.ToString())];
}
