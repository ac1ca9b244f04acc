using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Indicators.Applications;
using TalentPortal.Core.Indicators.Cards;
using TalentPortal.Core.Indicators.Ratings;

namespace TalentPortal.Core.Indicators;

/// <summary>Registers the counts for leaders.</summary>
internal static class IndicatorsSetup
{
    public static IServiceCollection AddIndicators(this IServiceCollection services)
    {
        services.AddScoped<ApplicationFigures>();
        services.AddSingleton<CardUseFigures>();
        services.AddSingleton<CardEndFigures>();
        return services.AddSingleton<RatingFigures>();
    }
}
