using Npgsql;
using NpgsqlTypes;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Allowances.Queries;
using TalentPortal.Core.Allowances.Standing;
using TalentPortal.Core.Calendar;

namespace TalentPortal.Core.Allowances.Waiting;

/// <summary>
/// Finds what of all allowances waits: conditions that nobody recorded, and money that is to be paid back, each with its light.
/// </summary>
public sealed class WaitingMatters(NpgsqlDataSource database, AllowanceReader reader, AllowanceTerms terms, WorkingCalendar calendar,
    LightRules lights, PortalTimeZone zone)
{
    private const string ToldSql = "select allowance_id, period_from, recovery_id, light, told_at from allowance_reminders where allowance_id = any($1) order by told_at, id";

    /// <summary>All of it for the office, the most urgent first; nothing for who does not handle allowances.</summary>
    public async Task<IReadOnlyList<WaitingMatter>> ListAsync(Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.Can(Permission.ManageAllowances)) return [];
        var found = await ReadAsync(ct);
        await using var connection = await database.OpenConnectionAsync(ct);
        var told = await ToldAsync(connection, found, ct);
        return [.. found.Select(one =>
            one with { RemindedAt = told.LastOrDefault(row => row.Light is not Light.Green && one.IsAbout(row))?.ToldAt })];
    }

    /// <summary>All of it, the most urgent first.</summary>
    internal async Task<IReadOnlyList<WaitingMatter>> ReadAsync(CancellationToken ct)
    {
        var (today, found) = (zone.Today, new List<WaitingMatter>());
        await foreach (var view in reader.UnsettledAsync(ct)) found.AddRange([.. Conditions(view, today), .. Recoveries(view, today)]);
        return [.. found.OrderBy(one => one.RemainingWorkingDays)
            .ThenBy(one => one.DueOn).ThenBy(one => one.View.Number, StringComparer.Ordinal)];
    }

    /// <summary>What was said of those matters before, the oldest first.</summary>
    internal static async Task<IReadOnlyList<AllowanceReminder>> ToldAsync(
        NpgsqlConnection connection, IReadOnlyList<WaitingMatter> matters, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(ToldSql, connection);
        command.Parameters.Add(new NpgsqlParameter
        {
            Value = matters.Select(one => one.View.Facts.Allowance.CaseId).Distinct().ToArray(),
            NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid,
        });
        await using var row = await command.ExecuteReaderAsync(ct);
        var told = new List<AllowanceReminder>();
        while (await row.ReadAsync(ct))
        {
            told.Add(new AllowanceReminder(row.GetGuid(0), row.GetFieldValue<DateOnly?>(1), row.GetFieldValue<Guid?>(2),
                Enum.Parse<Light>(row.GetString(3)), row.GetFieldValue<DateTimeOffset>(4)));
        }

        return told;
    }

    private IEnumerable<WaitingMatter> Conditions(AllowanceView view, DateOnly today) =>
        from one in view.Instalments
        where one.Held is HoldReason.NotRecorded
        let since = one.Instalment.DueOn
        let last = calendar.AddWorkingDays(since, terms.RecordWorkingDays(since)).On
        select Lit(new WaitingMatter
        {
            View = view,
            Kind = WaitingKind.Condition,
            Instalment = one.Instalment,
            Amount = one.Instalment.Amount,
            DueOn = last,
            Light = Light.Green,
            RemainingWorkingDays = 0,
        }, last, terms.RecordWorkingDays(since), today);

    // What is kept back from later instalments comes by itself: nobody has to be asked for it.
    private IEnumerable<WaitingMatter> Recoveries(AllowanceView view, DateOnly today) =>
        from one in view.Facts.RecoveryStandings
        where one.Left > 0 && one.Recovery.SetOffBy is null
        let last = calendar.IsWorkingDay(one.Recovery.DueOn) ? one.Recovery.DueOn : calendar.AddWorkingDays(one.Recovery.DueOn, 1).On
        select Lit(new WaitingMatter
        {
            View = view,
            Kind = WaitingKind.Recovery,
            RecoveryId = one.Recovery.Id,
            Amount = one.Left,
            DueOn = one.Recovery.DueOn,
            Light = Light.Green,
            RemainingWorkingDays = 0,
        }, last, calendar.WorkingDaysBetween(zone.DateOf(one.Recovery.ClaimedAt), last), today);

    private WaitingMatter Lit(WaitingMatter matter, DateOnly last, int total, DateOnly today)
    {
        var left = calendar.WorkingDaysBetween(today, last);
        return matter with { RemainingWorkingDays = left, Light = today > last ? Light.Red : lights.Today.IsYellow(left, total) ? Light.Yellow : Light.Green };
    }
}
