using Microsoft.Extensions.DependencyInjection;

namespace TalentPortal.Core.Lists;

/// <summary>Views of lists and their exports.</summary>
public static class ListsSetup
{
    /// <summary>Registers them.</summary>
    public static IServiceCollection AddLists(this IServiceCollection services)
    {
        services.AddSingleton<ListViews>();
        return services.AddSingleton<ListExports>();
    }
}
