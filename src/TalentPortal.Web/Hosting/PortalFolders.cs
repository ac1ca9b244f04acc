namespace TalentPortal.Web.Hosting;

/// <summary>Where the portal keeps what is not in the database.</summary>
internal static class PortalFolders
{
    /// <summary>The setting <c>Portal:DataDirectory</c>, by default <c>.data</c> in the portal's folder.</summary>
    public static string Data(IConfiguration configuration, IHostEnvironment environment)
    {
        var configured = configuration["Portal:DataDirectory"];
        return Path.GetFullPath(string.IsNullOrWhiteSpace(configured) ? ".data" : configured, environment.ContentRootPath);
    }
}
