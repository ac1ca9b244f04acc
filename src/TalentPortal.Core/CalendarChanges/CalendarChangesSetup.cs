using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Jobs;

namespace TalentPortal.Core.CalendarChanges;

/// <summary>Registers calendars that change while the portal runs.</summary>
internal static class CalendarChangesSetup
{
    public static IServiceCollection AddCalendarChanges(this IServiceCollection services)
    {
        services.AddSingleton<CalendarPreviews>();
        services.AddSingleton<CalendarImport>();
        services.AddJob<RecountCaseJob>();
        return services.AddPeriodicLook<RecordedCalendars>(TimeSpan.FromSeconds(30), (calendars, ct) => calendars.LookAsync(ct));
    }
}
