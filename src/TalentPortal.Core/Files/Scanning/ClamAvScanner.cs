using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Logging;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Files.Scanning;

/// <summary>
/// Asks clamd by its INSTREAM command: chunks with their length in front (four bytes, big-endian), a length of zero at the end, one
/// line back. Without a verdict the file is refused.
/// </summary>
/// <param name="options">Where it listens.</param>
/// <param name="logger">Hears why there was no verdict.</param>
public sealed class ClamAvScanner(ClamAvOptions options, ILogger<ClamAvScanner> logger) : IFileScanner
{
    private const int ChunkBytes = 64 * 1024;
    private const int LongestReply = 1024;
    private const string Prefix = "stream: ";
    private const string Found = " FOUND";

    /// <inheritdoc/>
    public async Task<Result> ScanAsync(ReadOnlyMemory<byte> content, CancellationToken ct)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(ct);
        time.CancelAfter(options.Timeout);
        try
        {
            return Judge(await AskAsync(content, time.Token));
        }
        catch (Exception failure) when (failure is SocketException or IOException or OperationCanceledException)
        {
            ct.ThrowIfCancellationRequested();
            logger.LogError(failure, "clamd at {Host}:{Port} gave no verdict", options.Host, options.Port);
            return new FileNotScanned();
        }
    }

    private async Task<string> AskAsync(ReadOnlyMemory<byte> content, CancellationToken ct)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(options.Host, options.Port, ct);
        await using var stream = client.GetStream();
        await stream.WriteAsync("zINSTREAM\0"u8.ToArray(), ct);
        var length = new byte[sizeof(uint)];
        for (var rest = content; !rest.IsEmpty; rest = rest[Math.Min(ChunkBytes, rest.Length)..])
        {
            var chunk = rest[..Math.Min(ChunkBytes, rest.Length)];
            BinaryPrimitives.WriteUInt32BigEndian(length, (uint)chunk.Length);
            await stream.WriteAsync(length, ct);
            await stream.WriteAsync(chunk, ct);
        }

        BinaryPrimitives.WriteUInt32BigEndian(length, 0);
        await stream.WriteAsync(length, ct);
        return await ReadReplyAsync(stream, ct);
    }

    private static async Task<string> ReadReplyAsync(NetworkStream stream, CancellationToken ct)
    {
        var reply = new byte[LongestReply];
        var length = 0;
        while (length < reply.Length && reply.AsSpan(0, length).IndexOf((byte)0) < 0)
        {
            var read = await stream.ReadAsync(reply.AsMemory(length), ct);
            if (read == 0) break;
            length += read;
        }

        return Encoding.UTF8.GetString(reply, 0, length).TrimEnd('\0', '\n');
    }

    private Result Judge(string reply)
    {
        if (reply is "stream: OK") return Result.Success;
        if (reply.StartsWith(Prefix, StringComparison.Ordinal) && reply.EndsWith(Found, StringComparison.Ordinal)
            && reply.Length > Prefix.Length + Found.Length)
        {
            return new FileInfected(reply[Prefix.Length..^Found.Length]);
        }

        logger.LogError("clamd at {Host}:{Port} answered '{Reply}'", options.Host, options.Port, reply);
        return new FileNotScanned();
    }
}
