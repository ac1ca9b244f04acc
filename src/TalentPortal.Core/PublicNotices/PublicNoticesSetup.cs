using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Jobs;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Orchestration.Dispatches;
using TalentPortal.Core.PublicNotices.Gathering;
using TalentPortal.Core.PublicNotices.Objections;
using TalentPortal.Core.Reviews.Concerns;
using TalentPortal.Workflows.Activities;

namespace TalentPortal.Core.PublicNotices;

/// <summary>Registers public notices and objections.</summary>
internal static class PublicNoticesSetup
{
    public static IServiceCollection AddPublicNotices(this IServiceCollection services)
    {
        services.AddSpineTable(PublicNotice.Table).AddSpineTable(NoticeEntry.Table).AddSpineTable(Objection.Table)
            .AddSpineTable(NoticeLead.Table);
        services.AddSingleton(provider => NoticeTexts.Load(provider.GetRequiredService<SeedFolder>().PathOf("seed-data/notices")));
        services.AddSingleton<NoticeParties>();
        services.AddSingleton<NoticeWording>();
        services.AddSingleton<NoticePeriods>();
        services.AddSingleton<NoticeWriter>();
        services.AddGathering();
        services.AddSingleton<NoticeService>();
        services.AddSingleton<NoticeQueries>();
        services.AddSingleton<ObjectionQueries>();
        services.AddSingleton<NoticeLeads>();
        services.AddSingleton<ObjectionCases>();
        services.AddSingleton<ObjectionResults>();
        services.AddSingleton<ChildEnded>(provider => provider.GetRequiredService<ObjectionResults>().TakeAsync);
        services.AddSingleton<IsPartyOf>(_ => ObjectionParties.IsPartyAsync);
        services.AddJob<OpenObjectionJob>().AddJob<DropObjectionJob>();
        return services.AddSingleton<Activity, PublicNoticeActivity>();
    }
}
