using Npgsql;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Files;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Seeding;

/// <summary>The accounts of the demonstration as those who act.</summary>
/// <param name="source">The database.</param>
/// <param name="actors">What accounts may do.</param>
/// <param name="materials">Takes their files.</param>
/// <param name="files">What came with the program.</param>
/// <param name="time">The portal's clock.</param>
public sealed class DemoPeople(
    NpgsqlDataSource source, ActorCache actors, MaterialStore materials, SeedFolder files, TimeProvider time)
{
    private static readonly UploadQuota Quota = new(int.MaxValue, long.MaxValue, DateTimeOffset.UnixEpoch);

    private readonly Dictionary<string, Guid> ids = new(StringComparer.Ordinal);

    /// <summary>The account's key.</summary>
    /// <exception cref="StartupRefusedException">There is no such account of the demonstration.</exception>
    public async Task<Guid> IdAsync(string userName, CancellationToken ct)
    {
        if (ids.TryGetValue(userName, out var known)) return known;
        await using var command = source.CreateCommand("select id from portal_users where user_name = $1 and is_demo");
        command.Parameters.Add(new NpgsqlParameter { Value = userName });
        return ids[userName] = await command.ExecuteScalarAsync(ct) as Guid?
            ?? throw new StartupRefusedException($"The demonstration needs the account {userName}, which is not there.");
    }

    /// <summary>The account with its appointments.</summary>
    public async Task<Actor> ActorAsync(string userName, CancellationToken ct) =>
        await actors.FindAsync(await IdAsync(userName, ct), ct)
        ?? throw new StartupRefusedException($"The demonstration's account {userName} cannot act.");

    /// <summary>Where a file of the demonstration is.</summary>
    public string PathOf(string name) => files.PathOf("seed-data/demo/" + name);

    /// <summary>Uploads the picture of a code; the same one again is the same material.</summary>
    public async Task<Guid> UploadAsync(Actor actor, string code, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var path = PathOf(code + ".png");
        var upload = new MaterialUpload
        {
            OwnerUserId = actor.UserId,
            Code = code,
            FileName = Path.GetFileName(path),
            TrustLevel = TrustLevel.D,
            Quota = Quota,
        };
        await using var content = File.OpenRead(path);
        var added = await materials.AddAsync(upload, content, ct);
        return added.Succeeded ? added.Value.Id : throw new StartupRefusedException($"{path} was refused: {added.Refusal}.");
    }

    /// <summary>An operation of the account, now.</summary>
    public Operation Begin(Guid id, string type, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return Operation.Begin(id, type, actor.UserId, role: null, time);
    }
}
