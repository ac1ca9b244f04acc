using System.Globalization;
using Npgsql;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Parties;

namespace TalentPortal.Core.Seeding.Bulk;

/// <summary>Officers and applicants of made-up cases: accounts without a password, so that nobody signs in as them.</summary>
internal sealed class BulkStaff(NpgsqlDataSource database, OrganisationDirectory organisations, TimeProvider time)
{
    private const string UsersSql = """
        insert into portal_users (id, user_name, normalized_user_name, email, normalized_email, email_confirmed, security_stamp,
          concurrency_stamp, phone_number_confirmed, two_factor_enabled, lockout_enabled, access_failed_count, display_name, created_at)
        select id, name, upper(name), name, upper(name), true, id::text, id::text, false, false, true, 0, display, $4
        from unnest($1, $2, $3) one(id, name, display) on conflict do nothing
        """;

    private const string AppointSql = """
        insert into appointments (id, user_id, role, organisation_id, from_on, created_at)
        select one.id, u.id, $4, $3, $5, $6 from unnest($1, $2) one(id, name) join portal_users u on u.user_name = one.name
        on conflict do nothing
        """;

    /// <summary>
    /// Whoever holds a role in a unit, except who heads it: demonstration accounts too, so that their inboxes are full as well.
    /// </summary>
    private const string HoldersSql = """
        select a.organisation_id, a.role, a.user_id, u.is_demo from appointments a join portal_users u on u.id = a.user_id
        where (u.user_name like 'bulk-%' or u.is_demo) and a.to_on is null and a.role = any($1) order by u.is_demo, u.user_name
        """;

    private static readonly (OrganisationKind Kind, PortalRole Role, int Count)[] Posts =
    [
        (OrganisationKind.TalentOffice, PortalRole.TalentOffice, 10), (OrganisationKind.Town, PortalRole.TownReviewer, 6),
        (OrganisationKind.Village, PortalRole.VillageAssistant, 2), (OrganisationKind.Department, PortalRole.DepartmentReviewer, 3),
    ];

    private readonly Dictionary<(Guid Unit, string Role), List<Guid>> holders = [];
    private readonly Dictionary<Guid, (Guid Unit, string Role)> posts = [];
    private readonly HashSet<Guid> applicantIds = [];

    /// <summary>Applicants' accounts.</summary>
    public IReadOnlyList<Guid> Applicants { get; private set; } = [];

    /// <summary>Whether an account is an applicant's.</summary>
    public bool IsApplicant(Guid user) => applicantIds.Contains(user);

    /// <summary>The first officer of a post: an account of bulk seeding, appointed for years.</summary>
    public Guid First(Guid unit, PortalRole role) => holders[(unit, role.ToString())][0];

    /// <summary>Another officer who may stand where this one did; null when it is no officer.</summary>
    public IReadOnlyList<Guid>? Colleagues(Guid user) => posts.TryGetValue(user, out var post) ? holders[post] : null;

    /// <summary>Makes accounts that are missing.</summary>
    public async Task PrepareAsync(BulkMaterial material, int applicants, CancellationToken ct)
    {
        var number = 0;
        foreach (var unit in (await organisations.AllAsync(ct)).OrderBy(unit => unit.Code, StringComparer.Ordinal))
        {
            foreach (var (_, role, count) in Posts.Where(post => post.Kind == unit.Kind))
            {
                var names = Enumerable.Range(1, count).Select(one => string.Create(CultureInfo.InvariantCulture, $"bulk-{unit.Code}-{one}"))
                    .ToArray();
                var shown = names.Select(
                    (_, place) => BulkPerson.Of(material, ++number).Name + "·" + material.Officers[place % material.Officers.Count]);
                await AddUsersAsync(names, [.. shown], ct);
                await ExecuteAsync(AppointSql, ct, Keys(count), names, unit.Id, role.ToString(),
                    new DateOnly(time.GetUtcNow().Year - 3, 1, 1), time.GetUtcNow());
            }
        }

        var accounts = Enumerable.Range(1, applicants)
            .Select(one => string.Create(CultureInfo.InvariantCulture, $"bulk-applicant-{one:000000}")).ToArray();
        await AddUsersAsync(accounts, [.. accounts.Select((_, place) => BulkPerson.Of(material, place).Name)], ct);
        await ReadAsync(ct);
    }

    private async Task ReadAsync(CancellationToken ct)
    {
        await using (var command = database.CreateCommand(HoldersSql))
        {
            command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. Posts.Select(post => post.Role.ToString())] });
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
            {
                var post = (reader.GetGuid(0), reader.GetString(1));
                if (!holders.TryGetValue(post, out var list)) holders.Add(post, list = []);
                list.Add(reader.GetGuid(2));
                if (!reader.GetBoolean(3)) posts[reader.GetGuid(2)] = post;
            }
        }

        await using var accounts = database.CreateCommand(
            "select id from portal_users where user_name like 'bulk-applicant-%' order by user_name");
        await using var rows = await accounts.ExecuteReaderAsync(ct);
        var ids = new List<Guid>();
        while (await rows.ReadAsync(ct)) ids.Add(rows.GetGuid(0));
        Applicants = ids;
        applicantIds.UnionWith(ids);
    }

    private Task AddUsersAsync(string[] names, string[] shown, CancellationToken ct) =>
        ExecuteAsync(UsersSql, ct, Keys(names.Length), names, shown, time.GetUtcNow());

    private static Guid[] Keys(int count) => [.. Enumerable.Range(0, count).Select(_ => Ids.New())];

    private async Task ExecuteAsync(string sql, CancellationToken ct, params object[] values)
    {
        await using var command = database.CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        await command.ExecuteNonQueryAsync(ct);
    }
}
