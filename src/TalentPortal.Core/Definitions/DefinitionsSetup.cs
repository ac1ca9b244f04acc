using Microsoft.Extensions.DependencyInjection;

namespace TalentPortal.Core.Definitions;

/// <summary>Registers the administration of definitions.</summary>
internal static class DefinitionsSetup
{
    public static IServiceCollection AddDefinitions(this IServiceCollection services)
    {
        services.AddSingleton<DefinitionRegister>();
        services.AddSingleton<DefinitionUses>();
        services.AddSingleton<HouseCheck>();
        services.AddSingleton<DefinitionCheck>();
        services.AddSingleton<DefinitionImport>();
        services.AddSingleton<DefinitionPublication>();
        services.AddSingleton<ServiceItemPins>();
        services.AddSingleton<DefinitionFollower>();
        return services.AddHostedService(provider => provider.GetRequiredService<DefinitionFollower>());
    }
}
