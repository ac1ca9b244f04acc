using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Standards.Codes;
using TalentPortal.Web.Presentation.Forms;
using TalentPortal.Web.Presentation.Texts;
using TalentPortal.Web.Presentation.Views;

namespace TalentPortal.Web.Pages.Talent.Cases;

/// <summary>The promised time of a case as its author reads it.</summary>
public sealed class CaseClock(CaseClocks clocks, CodeTables codes, PortalTimeZone zone, PortalWords words)
{
    /// <summary>The clock to draw; null before acceptance.</summary>
    /// <param name="promise">The clock's row.</param>
    /// <param name="item">The service item: steps of its guide are named as reasons too.</param>
    /// <param name="daysHref">The page that shows how each day counts.</param>
    public ClockView? View(CaseDeadline? promise, ServiceItem item, string daysHref)
    {
        if (promise is null) return null;
        var (now, stops) = (clocks.Read(promise, zone.Today), CaseClocks.StopsOf(promise));
        return new ClockView(now.UsedWorkingDays, now.TotalWorkingDays, Due(now, item))
        {
            StoppedBecause = now.IsStopped ? Because(now, stops, item) : null,
            LatestOn = promise.EndedOn is null ? now.DueOn : null,
            IsProvisional = now.IsProvisional,
            PastStops = [.. stops.Where(stop => stop.To is not null && stop.To > stop.From)
                .Select(stop => new ClockStopView(stop.From, stop.To!.Value.AddDays(-1), Reason(stop.Reason, item)))],
            DaysHref = daysHref,
        };
    }

    /// <summary>The light of a clock.</summary>
    public DueView? Light(CaseDeadline? promise, ServiceItem? item) => promise is null ? null : Due(clocks.Read(promise, zone.Today), item);

    /// <summary>How each day counted.</summary>
    public IReadOnlyList<ClockDay> Days(CaseDeadline promise) => clocks.Explain(promise, zone.Today);

    /// <summary>What a day meant, in words.</summary>
    public string Words(ClockDay day, ServiceItem item)
    {
        ArgumentNullException.ThrowIfNull(day);
        var kind = words.Texts.Of(day.Kind);
        string? more = day.Kind switch
        {
            ClockDayKind.Holiday when day.Holiday is { } holiday => words.Display.Pick(holiday.Zh, holiday.En),
            ClockDayKind.Stopped =>
                string.Join(words.Texts["Shared.ListSeparator"], day.StopReasons.Select(reason => Reason(reason, item))),
            _ => null,
        };
        return more is null ? kind : words.Texts["Applications.Days.KindOf", kind, more];
    }

    private DueView Due(Deadline now, ServiceItem? item) => new(
        Enum.Parse<DueLight>(now.Light.ToString()), now.RemainingWorkingDays,
        now.StopReasons is [var reason, ..] ? Reason(reason, item) : null);

    private string Because(Deadline now, IReadOnlyList<ClockStop> stops, ServiceItem item)
    {
        var since = stops.Where(stop => stop.To is null).Select(stop => stop.From).DefaultIfEmpty(zone.Today).Min();
        return words.Texts["Applications.Clock.StoppedSince", since, now.StopReasons.Select(reason => Reason(reason, item))];
    }

    /// <summary>A known reason, or the step outside the clock that the case is in.</summary>
    private string Reason(string code, ServiceItem? item) => codes.Find("clock-stop-reasons")?.Find(code) is { } entry
        ? words.Display.Pick(entry.Zh, entry.En)
        : item?.Guide.Steps.FirstOrDefault(step => step.Code == code)?.Name.ToString() ?? code;
}
