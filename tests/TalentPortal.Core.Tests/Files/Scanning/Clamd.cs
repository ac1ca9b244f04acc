using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TalentPortal.Core.Tests.Files.Scanning;

/// <summary>Speaks clamd's INSTREAM on a port of its own, and answers each stream as it is told.</summary>
internal sealed class Clamd : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly Func<byte[], string?> verdict;
    private readonly Task serving;

    /// <summary>Listens.</summary>
    /// <param name="verdict">The answer to a stream; null stays silent until the test is over.</param>
    public Clamd(Func<byte[], string?> verdict)
    {
        this.verdict = verdict;
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        serving = ServeAsync();
    }

    public int Port { get; }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await serving;
        listener.Stop();
        end.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (!end.IsCancellationRequested)
            {
                using var client = await listener.AcceptTcpClientAsync(end.Token);
                await AnswerAsync(client.GetStream());
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        var command = new byte[10];
        await stream.ReadExactlyAsync(command, end.Token);
        if (Encoding.ASCII.GetString(command) != "zINSTREAM\0")
        {
            await stream.WriteAsync("UNKNOWN COMMAND\0"u8.ToArray(), end.Token);
            return;
        }

        using var content = new MemoryStream();
        var length = new byte[4];
        while (true)
        {
            await stream.ReadExactlyAsync(length, end.Token);
            var chunk = new byte[BinaryPrimitives.ReadUInt32BigEndian(length)];
            if (chunk.Length == 0) break;
            await stream.ReadExactlyAsync(chunk, end.Token);
            content.Write(chunk);
        }

        if (verdict(content.ToArray()) is { } answer) await stream.WriteAsync(Encoding.UTF8.GetBytes(answer + "\0"), end.Token);
        else await Task.Delay(Timeout.InfiniteTimeSpan, end.Token);
    }
}
