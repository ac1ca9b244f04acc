using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace TalentPortal.Benchmarks.Load;

/// <summary>
/// One HTTP/1.1 connection that is kept open, used by one thread with blocking reads: it asks for so little of the machine that
/// the figures are the server's.
/// </summary>
internal sealed class HttpLine : IDisposable
{
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] buffer = new byte[64 * 1024];
    private int filled;

    /// <summary>Connects.</summary>
    public HttpLine(Uri server) => socket.Connect(server.Host, server.Port);

    /// <summary>The last answer's body; until the next request.</summary>
    public ReadOnlyMemory<byte> Body { get; private set; }

    /// <summary>Sends a whole request and reads the whole answer.</summary>
    /// <returns>The status.</returns>
    public int Send(ReadOnlySpan<byte> request)
    {
        for (var sent = 0; sent < request.Length;) sent += socket.Send(request[sent..]);
        filled = 0;
        int end;
        while ((end = buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8)) < 0) Fill();
        var head = buffer.AsSpan(0, end + 2);
        var status = int.Parse(head.Slice("HTTP/1.1 ".Length, 3), CultureInfo.InvariantCulture);
        var start = end + 4;
        if (HeaderOf(head, "\r\nContent-Length: "u8) is { } length) ReadLength(start, length);
        else if (head.IndexOf("\r\nTransfer-Encoding: chunked"u8) >= 0) ReadChunks(start);
        else Body = default;
        return status;
    }

    /// <summary>The bytes of a request.</summary>
    public static byte[] Request(string method, string path, string headers = "", string body = "")
    {
        var content = Encoding.UTF8.GetBytes(body);
        var length = body.Length == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"Content-Type: application/json\r\nContent-Length: {content.Length}\r\n");
        return [.. Encoding.ASCII.GetBytes($"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{headers}{length}\r\n"), .. content];
    }

    /// <inheritdoc />
    public void Dispose() => socket.Dispose();

    private void ReadLength(int start, int length)
    {
        while (filled < start + length) Fill();
        Body = buffer.AsMemory(start, length);
    }

    /// <summary>Puts the chunks together where they lie.</summary>
    private void ReadChunks(int start)
    {
        var (from, to) = (start, start);
        while (true)
        {
            int line;
            while ((line = buffer.AsSpan(from, filled - from).IndexOf("\r\n"u8)) < 0) Fill();
            var size = int.Parse(buffer.AsSpan(from, line), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            from += line + 2;
            while (filled < from + size + 2) Fill();
            buffer.AsSpan(from, size).CopyTo(buffer.AsSpan(to));
            (from, to) = (from + size + 2, to + size);
            if (size == 0) break;
        }

        Body = buffer.AsMemory(start, to - start);
    }

    private void Fill()
    {
        if (filled == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
        var count = socket.Receive(buffer.AsSpan(filled));
        if (count == 0) throw new IOException("The server closed the connection in the middle of an answer.");
        filled += count;
    }

    private static int? HeaderOf(ReadOnlySpan<byte> head, ReadOnlySpan<byte> name)
    {
        var at = head.IndexOf(name);
        if (at < 0) return null;
        var value = head[(at + name.Length)..];
        return int.Parse(value[..value.IndexOf("\r\n"u8)], CultureInfo.InvariantCulture);
    }
}
