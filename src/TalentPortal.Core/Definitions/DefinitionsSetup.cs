using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Definitions.Moves;
using TalentPortal.Core.Definitions.Statistics;
using TalentPortal.Core.Jobs;

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
        services.AddSingleton<DefinitionMoves>();
        services.AddSingleton<MoveOrders>();
        services.AddSingleton<InstanceMovement>();
        services.AddJob<MoveInstanceJob>();
        services.AddSingleton<DefinitionStatistics>();
        return services.AddPeriodicLook<DefinitionFollower>(TimeSpan.FromSeconds(15), (follower, ct) => follower.LookAsync(ct));
    }
}
