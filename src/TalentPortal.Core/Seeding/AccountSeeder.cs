using Microsoft.AspNetCore.Identity;
using Npgsql;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Seeding;

/// <summary>Makes the accounts of the demonstration with their appointments and expert fields, where they are wanted.</summary>
/// <param name="users">Accounts.</param>
/// <param name="source">The database.</param>
/// <param name="files">What came with the program.</param>
/// <param name="options">Whether, and with which password.</param>
/// <param name="time">The portal's clock.</param>
public sealed class AccountSeeder(
    UserManager<PortalUser> users, NpgsqlDataSource source, SeedFolder files, DemoOptions options, TimeProvider time) : ISeeder
{
    private const string AppointmentSql = """
        insert into appointments (id, user_id, role, organisation_id, from_on, created_at, supervises)
        select $1, $2, $3, o.id, o.active_from, $5, $6 from organisations o where o.code = $4
        on conflict (user_id, role, organisation_id) where to_on is null do update set supervises = excluded.supervises
        """;

    private const string FieldSql = "insert into expert_fields (user_id, category) values ($1, $2) on conflict do nothing";

    /// <inheritdoc />
    public int Order => 20;

    /// <inheritdoc />
    public string Folder => "seed-data/accounts/demo";

    /// <inheritdoc />
    public string Variant => options.IsEnabled ? "+demo" : "";

    /// <inheritdoc />
    public async Task SeedAsync(CancellationToken ct)
    {
        if (!options.IsEnabled) return;
        foreach (var account in SeedFile.Read<DemoAccountSeed>(files.PathOf($"{Folder}/accounts.json")).Items)
        {
            var user = await users.FindByNameAsync(account.UserName) ?? await MakeAsync(account);
            await using var batch = source.CreateBatch();
            foreach (var held in account.Appointments) batch.BatchCommands.Add(Appoint(user, held));
            foreach (var field in account.ExpertFields) batch.BatchCommands.Add(Command(FieldSql, user.Id, field));
            if (batch.BatchCommands.Count > 0) await batch.ExecuteNonQueryAsync(ct);
        }
    }

    private async Task<PortalUser> MakeAsync(DemoAccountSeed account)
    {
        var user = new PortalUser
        {
            Id = Ids.New(),
            UserName = account.UserName,
            Email = account.UserName,
            EmailConfirmed = true,
            DisplayName = account.DisplayName,
            LockoutEnabled = true,
            IsDemo = true,
            CreatedAt = time.GetUtcNow(),
        };
        var made = await users.CreateAsync(user, options.Password);
        if (!made.Succeeded)
            throw new StartupRefusedException(
                $"The demonstration account {account.UserName} could not be made: {string.Join(", ", made.Errors.Select(x => x.Code))}.");
        return user;
    }

    private NpgsqlBatchCommand Appoint(PortalUser user, DemoAppointmentSeed held) => Command(
        AppointmentSql, Ids.New(), user.Id, Enum.Parse<PortalRole>(held.Role).ToString(), held.Organisation,
        time.GetUtcNow(), held.Supervises);

    private static NpgsqlBatchCommand Command(string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}
