using Npgsql;
using NpgsqlTypes;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Reviews.Reminders;

namespace TalentPortal.Core.Allowances.Waiting;

/// <summary>
/// Says once a working day, in office hours, what of allowances waits: to the office in one message, when a light turned and then at the
/// interval of the parameters while it is red; to the holder what to bring, and that money was not paid back in time.
/// </summary>
public sealed class AllowanceReminders(
    NpgsqlDataSource database, WaitingMatters matters, WaitingMessages messages, ReminderTimes times, AuditStreams audit,
    PortalTimeZone zone, TimeProvider time)
{
    private const string Rule = "allowance.reminder";

    // Two portals that look at once wait for each other: the second finds what the first said.
    private const string LockSql = "select pg_advisory_xact_lock(hashtextextended('allowance reminders', 0))";
    private const string KeepSql =
        "insert into allowance_reminders (id, allowance_id, period_from, recovery_id, light, told_on, told_at) values ($1, $2, $3, $4, $5, $6, $7)";

    private DateOnly? lookedOn;

    /// <summary>Looks once; harmless at night, on days off, and where everything was said.</summary>
    public async Task LookAsync(CancellationToken ct)
    {
        var operation = Operation.OfPortal("AllowanceReminding", time);
        var today = zone.DateOf(operation.At);
        if (lookedOn == today || times.PutOff(operation.At) is not null) return;
        await SayAsync(await matters.ReadAsync(ct), operation, ct);
        lookedOn = today;
    }

    private async Task SayAsync(IReadOnlyList<WaitingMatter> waiting, Operation operation, CancellationToken ct)
    {
        if (waiting.Count == 0) return;
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using (var locking = new NpgsqlCommand(LockSql, connection)) await locking.ExecuteNonQueryAsync(ct);
        var told = await WaitingMatters.ToldAsync(connection, waiting, ct);
        var (forHolders, forOffice) =
            (waiting.Where(one => IsNewToHolder(one, told)).ToList(), waiting.Where(one => IsDue(one, told, operation.At)).ToList());
        if (forHolders.Count + forOffice.Count == 0) return;
        foreach (var one in forHolders) await WaitingMessages.TellHolderAsync(connection, one, operation, ct);
        // A recovery is told to its holder when it turns red, which is put down for the office beside.
        foreach (var one in forHolders.Where(one => one.Kind is WaitingKind.Condition))
            await KeepAsync(connection, one, Light.Green, operation, ct);
        foreach (var one in forOffice) await KeepAsync(connection, one, one.Light, operation, ct);
        var people = forOffice.Count == 0 ? 0 : await messages.TellOfficeAsync(connection, waiting, operation, ct);
        await audit.AppendAsync(connection, transaction, AuditStream.Administration, "AllowancesReminded", operation,
            new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["holders"] = forHolders.Count,
                ["matters"] = forOffice.Count,
                ["officers"] = people,
            }, ct);
        await transaction.CommitAsync(ct);
    }

    private static bool IsNewToHolder(WaitingMatter one, IReadOnlyList<AllowanceReminder> told) => one.Kind is WaitingKind.Condition
        ? !told.Any(one.IsAbout)
        : one.Light is Light.Red && !told.Any(row => row.Light is Light.Red && one.IsAbout(row));

    /// <summary>
    /// Whether the office is to be told: a light turned, or it has been red for the interval. Money that is not yet late is not told.
    /// </summary>
    private bool IsDue(WaitingMatter one, IReadOnlyList<AllowanceReminder> told, DateTimeOffset now)
    {
        var last = told.LastOrDefault(row => row.Light is not Light.Green && one.IsAbout(row));
        return one.Light switch
        {
            Light.Red => last is not { Light: Light.Red } || times.Next(Rule, last.ToldAt) <= now,
            Light.Yellow => one.Kind is WaitingKind.Condition && last is null,
            _ => false,
        };
    }

    private async Task KeepAsync(NpgsqlConnection connection, WaitingMatter one, Light light, Operation operation, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(KeepSql, connection)
        {
            Parameters =
            {
                CaseBatch.Uuid(Ids.New()), CaseBatch.Uuid(one.View.Facts.Allowance.CaseId),
                new() { Value = (object?)one.Instalment?.From ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Date },
                CaseBatch.Uuid(one.RecoveryId), CaseBatch.Text(light.ToString()),
                new() { Value = zone.DateOf(operation.At), NpgsqlDbType = NpgsqlDbType.Date }, CaseBatch.At(operation.At),
            },
        };
        await command.ExecuteNonQueryAsync(ct);
    }
}
