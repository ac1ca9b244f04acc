using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Kernel;
using TalentPortal.Workflows.Activities;

namespace TalentPortal.Core.PublicNotices;

/// <summary>Registers public notices and objections.</summary>
internal static class PublicNoticesSetup
{
    public static IServiceCollection AddPublicNotices(this IServiceCollection services)
    {
        services.AddSpineTable(PublicNotice.Table).AddSpineTable(NoticeEntry.Table).AddSpineTable(Objection.Table);
        services.AddSingleton(provider => NoticeTexts.Load(provider.GetRequiredService<SeedFolder>().PathOf("seed-data/notices")));
        services.AddSingleton<NoticeParties>();
        services.AddSingleton<NoticeWriter>();
        services.AddSingleton<NoticeService>();
        services.AddSingleton<NoticeQueries>();
        services.AddSingleton<ObjectionQueries>();
        return services.AddSingleton<Activity, PublicNoticeActivity>();
    }
}
