using TalentPortal.Core.Calendar;
using TalentPortal.TestCommon;

namespace TalentPortal.Core.Tests.Calendar;

/// <summary>The real calendars of the seed data.</summary>
internal static class TestCalendars
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "seed-data", "calendars");

    public static WorkingCalendar National { get; } = WorkingCalendar.Load(Folder);

    public static LightRule Lights { get; } = new(0.30m, 2);
}
