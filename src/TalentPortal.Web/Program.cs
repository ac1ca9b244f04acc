using TalentPortal.Core.Kernel;
using TalentPortal.Web.Hosting;

try
{
    var builder = WebApplication.CreateBuilder(args);
    builder.AddPortal();
    await using var app = builder.Build();
    return await app.RunPortalAsync(args);
}
catch (StartupRefusedException refused)
{
    await Console.Error.WriteLineAsync($"The portal does not start. {refused.Message}");
    return 1;
}

/// <summary>The portal as tests start it.</summary>
public sealed partial class Program;
