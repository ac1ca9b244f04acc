using System.Collections.Concurrent;
using Npgsql;

namespace TalentPortal.Core.Accounts;

/// <summary>
/// Counts tries at passwords. A try is taken before the password is compared, in one statement, so that a hundred tries at once
/// get no further than five one after the other. Names without an account are counted too, in memory, so that a lock does not tell
/// which accounts exist.
/// </summary>
/// <param name="source">The database.</param>
/// <param name="rules">How many, how long.</param>
/// <param name="time">The portal's clock.</param>
public sealed class PasswordAttempts(NpgsqlDataSource source, SecurityRules rules, TimeProvider time)
{
    private const int Capacity = 10_000;

    private const string TakeSql = """
        update portal_users set
          access_failed_count = case when access_failed_count + 1 >= $2 then 0 else access_failed_count + 1 end,
          lockout_end = case when access_failed_count + 1 >= $2 then $3 end
        where id = $1 and (lockout_end is null or lockout_end <= $4)
        returning lockout_end is not null
        """;

    private readonly ConcurrentDictionary<string, Tries> unknown = new(StringComparer.Ordinal);

    /// <summary>Takes a try at an account's password.</summary>
    /// <returns>Whether it may be made; if it may, whether the account is locked should it fail.</returns>
    public async Task<(bool IsAllowed, bool IsLast)> TakeAsync(Guid userId, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await using var command = source.CreateCommand(TakeSql);
        command.Parameters.AddWithValue(userId);
        command.Parameters.AddWithValue(rules.LockoutAttempts);
        command.Parameters.AddWithValue(now + rules.Lockout);
        command.Parameters.AddWithValue(now);
        return await command.ExecuteScalarAsync(ct) is bool isLast ? (true, isLast) : (false, false);
    }

    /// <summary>The password was right: earlier tries no longer count.</summary>
    public async Task ForgetAsync(Guid userId, CancellationToken ct)
    {
        await using var command = source.CreateCommand("update portal_users set access_failed_count = 0, lockout_end = null where id = $1");
        command.Parameters.AddWithValue(userId);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Takes a try at a name that has no account; answers as <see cref="TakeAsync"/> would.</summary>
    public (bool IsAllowed, bool IsLast) TakeUnknown(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var now = time.GetUtcNow();
        if (unknown.Count >= Capacity) unknown.Clear();
        var tries = unknown.AddOrUpdate(
            name.ToUpperInvariant(), _ => Next(new Tries(0, null, true), now), (_, before) => Next(before, now));
        return (tries.IsAllowed, tries.LockedUntil is not null);
    }

    private Tries Next(Tries before, DateTimeOffset now)
    {
        if (before.LockedUntil > now) return before with { IsAllowed = false };
        var count = before.LockedUntil is null ? before.Count + 1 : 1;
        return count >= rules.LockoutAttempts ? new Tries(0, now + rules.Lockout, true) : new Tries(count, null, true);
    }

    private sealed record Tries(int Count, DateTimeOffset? LockedUntil, bool IsAllowed);
}
