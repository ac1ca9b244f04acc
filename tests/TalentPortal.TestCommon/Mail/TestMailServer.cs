using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Xunit;

namespace TalentPortal.TestCommon.Mail;

/// <summary>A real SMTP server on 127.0.0.1 (maildev) that keeps what it is sent; ends with this process, however that ends.</summary>
public sealed class TestMailServer : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Runs the command that follows and ends it when standard input closes, that is, with the process that started it.</summary>
    private const string Leash = """exec 3<&0; "$@" 2>&1 & child=$!; (cat <&3 >/dev/null; kill $child) & wait $child""";

    private static readonly HttpClient Http = new();
    private readonly Uri web = new($"http://127.0.0.1:{FreePort()}/email/");
    private Process? process;

    /// <summary>Where to send mail to, without encryption or sign-in.</summary>
    public string Host { get; } = "127.0.0.1";

    /// <summary>The SMTP port.</summary>
    public int Port { get; } = FreePort();

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        process = Start();
        using var limit = new CancellationTokenSource(Patience);
        var said = new StringBuilder();
        var waiting = new HashSet<string>(StringComparer.Ordinal) { "webapp", "SMTP" };
        while (waiting.Count > 0)
        {
            var line = await process.StandardOutput.ReadLineAsync(limit.Token)
                ?? throw new InvalidOperationException($"maildev ended: {said}");
            said.AppendLine(line);
            if (line.Contains("running at", StringComparison.Ordinal)) waiting.RemoveWhere(part => line.Contains(part, StringComparison.Ordinal));
        }

        // A full pipe would stop the server.
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
    }

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        if (process is null) return;
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    /// <summary>Everything received so far, oldest first.</summary>
    public async Task<IReadOnlyList<ReceivedMail>> ReadAllAsync()
    {
        var list = await Http.GetFromJsonAsync<JsonElement>(web);
        return [.. list.EnumerateArray().Select(Read)];
    }

    /// <summary>Waits for a message to this address; a sender's SMTP session ends a moment before the message can be read.</summary>
    /// <exception cref="TimeoutException">None came within 20 seconds.</exception>
    public async Task<ReceivedMail> WaitForAsync(string recipient, Func<ReceivedMail, bool>? which = null)
    {
        var since = Stopwatch.StartNew();
        while (since.Elapsed < Patience)
        {
            var mails = await ReadAllAsync();
            var found = mails.FirstOrDefault(mail => mail.To.Contains(recipient, StringComparer.OrdinalIgnoreCase) && which?.Invoke(mail) != false);
            if (found is not null) return found;
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }

        throw new TimeoutException($"No such message to {recipient} came.");
    }

    /// <summary>Forgets everything received.</summary>
    public async Task ClearAsync()
    {
        using var answer = await Http.DeleteAsync(new Uri(web, "all"));
        answer.EnsureSuccessStatusCode();
    }

    private Process Start()
    {
        var maildev = Path.Combine(Repository.Root, "tests", "node_modules", "maildev", "bin", "maildev");
        string[] arguments =
        [
            "-c", Leash, "sh", "node", maildev, "--ip", Host, "--smtp", Port.ToString(CultureInfo.InvariantCulture),
            "--web-ip", Host, "--web", web.Port.ToString(CultureInfo.InvariantCulture),
        ];
        return Process.Start(new ProcessStartInfo("sh", arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
    }

    private static ReceivedMail Read(JsonElement mail) => new(
        TextOf(mail, "id"),
        Addresses(mail, "from").FirstOrDefault() ?? string.Empty,
        Addresses(mail, "to"),
        TextOf(mail, "subject"),
        TextOf(mail, "text"),
        TextOf(mail, "html"),
        mail.GetProperty("headers").EnumerateObject().ToDictionary(
            header => header.Name, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase));

    private static string[] Addresses(JsonElement mail, string name) =>
        mail.TryGetProperty(name, out var list) ? [.. list.EnumerateArray().Select(entry => TextOf(entry, "address"))] : [];

    private static string TextOf(JsonElement from, string name) =>
        from.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : string.Empty;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, port: 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
