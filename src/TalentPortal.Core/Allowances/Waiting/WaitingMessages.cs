using System.Globalization;
using System.Text.Json;
using Npgsql;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Allowances.Granting;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Notifications;
using TalentPortal.Core.Reviews.Clocks;

namespace TalentPortal.Core.Allowances.Waiting;

/// <summary>Messages about what waits, in the transaction that puts down that they were sent. None names an account or an amount.</summary>
public sealed class WaitingMessages(TaskAudience audience, ServiceItems items)
{
    private const string HolderSql = "select id from portal_users where person_id = $1";

    private const string TellSql =
        """
        insert into outbox_messages (id, case_id, template, recipient_id, parameters, status, next_attempt_at, created_at)
        values ($1, $2, $3, $4, $5::json, 'Pending', $6, $6)
        """;

    private static string[] OfficeRoles { get; } =
        [.. Enum.GetValues<PortalRole>().Where(role => RolePermissions.Of(role).Contains(Permission.ManageAllowances))
            .Select(role => role.ToString())];

    /// <summary>Tells the talent office how much waits.</summary>
    /// <returns>How many people were told.</returns>
    internal async Task<int> TellOfficeAsync(
        NpgsqlConnection connection, IReadOnlyList<WaitingMatter> waiting, Operation operation, CancellationToken ct)
    {
        var conditions = waiting.Where(one => one.Kind is WaitingKind.Condition).ToList();
        var values = Values(("conditions", Number(conditions.Count)), ("late", Number(conditions.Count(one => one.Light is Light.Red))),
            ("recoveries", Number(waiting.Count(one => one is { Kind: WaitingKind.Recovery, Light: Light.Red }))));
        var item = items.Find(AllowanceClaims.ServiceItem)?.Item.Code ?? AllowanceClaims.ServiceItem;
        var people = await audience.OfRolesAsync(connection, OfficeRoles, item, ct);
        foreach (var person in people) await TellAsync(connection, null, MessageTemplates.AllowancesWaiting, person, values, operation, ct);
        return people.Count;
    }

    /// <summary>Tells a holder what to bring, or that money was not paid back in time.</summary>
    internal static async Task TellHolderAsync(NpgsqlConnection connection, WaitingMatter one, Operation operation, CancellationToken ct)
    {
        var allowance = one.View.Facts.Allowance;
        await using var command = new NpgsqlCommand(HolderSql, connection) { Parameters = { CaseBatch.Uuid(allowance.PersonId) } };
        if (await command.ExecuteScalarAsync(ct) is not Guid holder) return;
        var (template, values) = one.Instalment is { } held
            ? (MessageTemplates.AllowanceBring, Values(("fromOn", Day(held.From)), ("toOn", Day(held.To))))
            : (MessageTemplates.AllowanceRecoveryLate, Values(("dueOn", Day(one.DueOn))));
        await TellAsync(connection, allowance.CaseId, template, holder, values, operation, ct);
    }

    private static async Task TellAsync(
        NpgsqlConnection connection, Guid? caseId, string template, Guid recipient, string values, Operation operation,
        CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(TellSql, connection)
        {
            Parameters =
            {
                CaseBatch.Uuid(Ids.New()), CaseBatch.Uuid(caseId), CaseBatch.Text(template), CaseBatch.Uuid(recipient),
                CaseBatch.Text(values), CaseBatch.At(operation.At),
            },
        };
        await command.ExecuteNonQueryAsync(ct);
    }

    private static string Values(params (string Name, string Value)[] values) =>
        JsonSerializer.Serialize(values.ToDictionary(one => one.Name, one => one.Value, StringComparer.Ordinal));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
