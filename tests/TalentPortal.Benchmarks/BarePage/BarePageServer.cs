using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace TalentPortal.Benchmarks.BarePage;

/// <summary>The least that ASP.NET Core needs to draw a Razor page: the yardstick of the guide page, and a list, the inbox's, in a process of its own.</summary>
internal static class BarePageServer
{
    /// <summary>The argument that makes this program serve the page.</summary>
    public const string Command = "bare-page";

    /// <summary>Where the page is.</summary>
    public const string Path = "/bare";

    /// <summary>Where the list is: twenty rows of the database at hand.</summary>
    public const string ListPath = "/bare-list";

    /// <summary>What the program says when it listens, before the address.</summary>
    public const string Greeting = "Bare page: ";

    /// <summary>Serves it until the program is ended.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddRazorPages(options => options.RootDirectory = "/BarePage/Pages").ConfigureApplicationPartManager(manager =>
        {
            // The portal lies beside this program; its pages stay out.
            manager.ApplicationParts.Clear();
            manager.ApplicationParts.Add(new AssemblyPart(typeof(BarePageServer).Assembly));
            manager.ApplicationParts.Add(new CompiledRazorAssemblyPart(typeof(BarePageServer).Assembly));
        });
        if (builder.Configuration.GetConnectionString("Bare") is { } connection) builder.Services.AddSingleton(NpgsqlDataSource.Create(connection));
        await using var app = builder.Build();
        app.MapRazorPages();
        app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine(Greeting + app.Urls.First()));
        await app.RunAsync();
        return 0;
    }
}
