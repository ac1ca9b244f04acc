using TalentPortal.Core.Kernel;
using TalentPortal.Core.Seeding;

namespace TalentPortal.Web.Hosting;

/// <summary>What the portal says on the console once it serves.</summary>
internal static class Greeting
{
    /// <summary>Prints where the portal is to be found and, in Development, who may be played.</summary>
    public static void Print(WebApplication app)
    {
        foreach (var url in app.Urls) Console.WriteLine($"TalentPortal: {url}");
        var demo = app.Services.GetRequiredService<DemoOptions>();
        if (!app.Environment.IsDevelopment() || !demo.IsEnabled) return;
        var file = app.Services.GetRequiredService<SeedFolder>().PathOf("seed-data/accounts/demo/accounts.json");
        var names = SeedFile.Read<DemoAccountSeed>(file).Items.Select(account => account.UserName);
        Console.WriteLine($"Demonstration accounts, password {demo.Password}: {string.Join(", ", names)}");
        Console.WriteLine($"Development tools: {app.Urls.FirstOrDefault()}/dev");
    }
}
