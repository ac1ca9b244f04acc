using System.Collections.Concurrent;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TalentPortal.Core.Notifications;
using TalentPortal.Core.Standards;
using TalentPortal.TestCommon.Portals;
using Xunit;

namespace TalentPortal.EndToEnd.Tests.Browsing;

/// <summary>
/// A portal that journeys walk through. It keeps what it logged and what visitors typed in confidence; when all journeys are over,
/// nothing of the latter may be readable in anything that lies around.
/// </summary>
public class JourneyPortal : KestrelPortal, IAsyncLifetime
{
    private readonly KeptLog log = new();

    /// <summary>Names of accounts, people and units, whole and as officers read them, and what was typed: all that exists in one language only.</summary>
    public ConcurrentBag<string> Names { get; } = [];

    /// <summary>Loses answers, where a journey asks for it.</summary>
    internal LostAnswers LostAnswers { get; } = new();

    /// <summary>What visitors typed that must not lie around readable.</summary>
    internal Confidences Confidences { get; } = new();

    /// <inheritdoc />
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await using var command = Database.DataSource.CreateCommand("select display_name from portal_users");
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            Names.Add(reader.GetString(0));
            Names.Add(Mask.Name(reader.GetString(0)));
        }
    }

    /// <summary>Ends the portal, after a look at what the journeys left behind.</summary>
    async Task IAsyncLifetime.DisposeAsync()
    {
        if (!Confidences.IsEmpty) LeftBehind.Report(Confidences.FindIn(await TracesAsync()));
        await DisposeAsync();
        await Database.DisposeAsync();
    }

    /// <summary>
    /// Everything that lies around after the journeys: all rows of all tables, all mails, all other files, all log lines, each with
    /// its place.
    /// </summary>
    public async Task<List<(string Place, string Text)>> TracesAsync()
    {
        var traces = new List<(string, string)>();
        foreach (var table in await TablesAsync())
        {
            await using var command = Database.DataSource.CreateCommand($"select t::text from {table} t");
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync()) traces.Add((table, reader.GetString(0)));
        }

        traces.AddRange(Services.GetRequiredService<FileMailTransport>().List().Select(mail => ("mail " + mail.Name, $"{mail.Address}\n{mail.Subject}\n{mail.Text}")));
        foreach (var file in FilesIn(DataDirectory))
            traces.Add(("file " + Path.GetRelativePath(DataDirectory, file), await File.ReadAllTextAsync(file)));
        traces.AddRange(log.Lines.Select(line => ("log", line)));
        return traces;
    }

    /// <inheritdoc />
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Logging:LogLevel:Default", "Debug");
        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(log));
        builder.ConfigureServices(services => services.AddSingleton<IStartupFilter>(LostAnswers));
    }

    private static IEnumerable<string> FilesIn(string directory) =>
        Directory.Exists(directory) ? Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories) : [];

    private async Task<List<string>> TablesAsync()
    {
        await using var command = Database.DataSource.CreateCommand(
            "select quote_ident(table_name) from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'");
        await using var reader = await command.ExecuteReaderAsync();
        var tables = new List<string>();
        while (await reader.ReadAsync()) tables.Add(reader.GetString(0));
        return tables;
    }

    private sealed class KeptLog : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
