using Microsoft.Extensions.Localization;
using TalentPortal.Web.Presentation.Texts;

namespace TalentPortal.Web.Presentation.Lists;

/// <summary>What pages of lists stand on.</summary>
internal static class ListsSetup
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddListPages(this IServiceCollection services)
    {
        services.AddSingleton(provider => new ListWords(provider.GetRequiredService<IStringLocalizer>(),
            provider.GetRequiredService<DisplayFormat>(), provider.GetRequiredService<TimeZoneInfo>()));
        return services.AddSingleton<ListDesk>();
    }
}
