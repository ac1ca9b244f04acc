using System.Globalization;
using Npgsql;

namespace TalentPortal.Web.Hosting;

/// <summary>The clock's offset in the database, in whole seconds. Development only.</summary>
internal sealed class ClockOffset(NpgsqlDataSource source, PortalClock clock)
{
    private const string Key = "development-clock-offset-seconds";

    /// <summary>Takes the offset that any portal has set.</summary>
    public async Task FollowAsync(CancellationToken ct)
    {
        await using var command = source.CreateCommand("select value from portal_settings where key = $1");
        command.Parameters.AddWithValue(Key);
        var value = await command.ExecuteScalarAsync(ct) as string;
        clock.Offset = value is null ? TimeSpan.Zero : TimeSpan.FromSeconds(long.Parse(value, CultureInfo.InvariantCulture));
    }

    /// <summary>Sets the offset for every portal on this database.</summary>
    public async Task SetAsync(TimeSpan offset, CancellationToken ct)
    {
        await using var command = source.CreateCommand(
            "insert into portal_settings (key, value, changed_at) values ($1, $2, $3) "
            + "on conflict (key) do update set value = excluded.value, changed_at = excluded.changed_at");
        command.Parameters.AddWithValue(Key);
        command.Parameters.AddWithValue(((long)offset.TotalSeconds).ToString(CultureInfo.InvariantCulture));
        command.Parameters.AddWithValue(clock.Machine.GetUtcNow());
        await command.ExecuteNonQueryAsync(ct);
        clock.Offset = TimeSpan.FromSeconds((long)offset.TotalSeconds);
    }
}
