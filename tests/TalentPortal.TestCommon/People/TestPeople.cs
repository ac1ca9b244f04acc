using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Kernel;

namespace TalentPortal.TestCommon.People;

/// <summary>Accounts and units of a test, made by plain rows: what pages do with them is under test elsewhere.</summary>
public sealed class TestPeople(IServiceProvider services)
{
    private readonly NpgsqlDataSource database = services.GetRequiredService<NpgsqlDataSource>();

    /// <summary>An account that signs in as nobody in particular.</summary>
    public async Task<Actor> TalentAsync(string name = "Qin Xiaohe")
    {
        var id = Ids.New();
        await ExecuteAsync(
            """
            insert into portal_users (id, user_name, normalized_user_name, email, normalized_email, email_confirmed, security_stamp,
              concurrency_stamp, phone_number_confirmed, two_factor_enabled, lockout_enabled, access_failed_count, display_name, created_at)
            values ($1, $2, upper($2), $2, upper($2), true, $2, $2, false, false, true, 0, $3, '2026-01-01Z')
            """, id, $"{id:N}@test", name);
        return await ActorAsync(id);
    }

    /// <summary>An account that holds a role in a unit; the unit is made when there is none of that code.</summary>
    public async Task<Actor> OfficerAsync(PortalRole role, string organisationCode)
    {
        return await AppointAsync(await TalentAsync($"{role} of {organisationCode}"), role, organisationCode);
    }

    /// <summary>The same account with a role in a unit.</summary>
    public async Task<Actor> AppointAsync(Actor officer, PortalRole role, string organisationCode)
    {
        ArgumentNullException.ThrowIfNull(officer);
        await ExecuteAsync(
            """
            insert into appointments (id, user_id, role, organisation_id, from_on, created_at)
            select $1, $2, $3, id, '2020-01-01', '2020-01-01Z' from organisations where code = $4
            """, Ids.New(), officer.UserId, role.ToString(), organisationCode);
        services.GetRequiredService<ActorCache>().Forget(officer.UserId);
        return await ActorAsync(officer.UserId);
    }

    /// <summary>An account of the demonstration.</summary>
    public async Task<Actor> DemoAsync(string userName)
    {
        await using var command = database.CreateCommand("select id from portal_users where user_name = $1");
        command.Parameters.AddWithValue(userName);
        return await ActorAsync((Guid)(await command.ExecuteScalarAsync())!);
    }

    private async Task<Actor> ActorAsync(Guid id) =>
        await services.GetRequiredService<ActorCache>().FindAsync(id, CancellationToken.None)
        ?? throw new InvalidOperationException($"There is no account {id}.");

    private async Task ExecuteAsync(string sql, params object[] values)
    {
        await using var command = database.CreateCommand(sql);
        foreach (var value in values) command.Parameters.AddWithValue(value);
        if (await command.ExecuteNonQueryAsync() != 1) throw new InvalidOperationException("Nothing was written; is the unit there?");
    }
}
