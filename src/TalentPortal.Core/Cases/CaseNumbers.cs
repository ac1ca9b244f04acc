using Npgsql;

namespace TalentPortal.Core.Cases;

/// <summary>
/// Takes case numbers' serials from one sequence in blocks of 32, so that a submit waits for no counter. What a stopped portal
/// had left over stays a gap.
/// </summary>
public sealed class CaseNumbers(NpgsqlDataSource database) : IDisposable
{
    private const int Block = 32;
    private readonly SemaphoreSlim gate = new(1);
    private long next;
    private int left;

    /// <summary>The next serial, 1 to 99,999,999; never handed out before on this database.</summary>
    public async ValueTask<long> NextAsync(CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        try
        {
            if (left == 0)
            {
                await using var command = database.CreateCommand("select nextval('case_numbers')");
                (next, left) = ((long)(await command.ExecuteScalarAsync(ct))!, Block);
            }

            left--;
            return next++;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => gate.Dispose();
}
