using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Jobs;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Notifications;
using TalentPortal.Core.Ratings.Handling;
using TalentPortal.Core.Ratings.Queries;

namespace TalentPortal.Core.Ratings;

/// <summary>Registers ratings.</summary>
internal static class RatingsSetup
{
    public static IServiceCollection AddRatings(this IServiceCollection services)
    {
        services.AddSpineTable(Rating.Table).AddSpineTable(RatingAction.Table);
        services.AddSingleton(provider => RatingScale.Load(provider.GetRequiredService<SeedFolder>().PathOf("seed-data/ratings")));
        services.AddSingleton<IMessageValues, RatingMessageValues>();
        services.AddSingleton<RatingTerms>();
        services.AddSingleton<RatingAsking>();
        services.AddSingleton<RatingReminders>();
        services.AddSingleton<RatingService>();
        services.AddScoped<RaterContacts>();
        services.AddScoped<RatingHandling>();
        services.AddScoped<RatingAppeals>();
        services.AddSingleton<OwnRatings>();
        services.AddSingleton<RatingDesk>();
        return services.AddJob<AskForRatingJob>().AddJob<RemindRatingJob>();
    }
}
