namespace TalentPortal.Web.Pages.Admin.Instances;

/// <summary>What the pages of workflow instances and incidents are made of.</summary>
internal static class InstancesSetup
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddInstancePages(this IServiceCollection services)
    {
        services.AddScoped<InstanceList>();
        return services.AddScoped<IncidentDesk>();
    }
}
