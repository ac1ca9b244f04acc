using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Data;
using TalentPortal.Core.Reviews.Actions;
using TalentPortal.Core.Standards.Codes;
using TalentPortal.Web.Presentation.Forms;

namespace TalentPortal.Web.Presentation.Clocks;

/// <summary>
/// Tells why the last day of a case is what it is: every stop with its reason, more time that was given, a changed calendar.
/// </summary>
public sealed class ClockStories(PortalDbContext db, CaseClocks clocks, CodeTables codes, PortalTimeZone zone, PortalWords words)
{
    /// <summary>Reads it.</summary>
    /// <param name="promise">The clock of the promised time.</param>
    /// <param name="item">The service item: steps of its guide are reasons, too.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<ClockStoryView> ReadAsync(CaseDeadline promise, ServiceItem item, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(promise);
        var moves = await db.OperationEvents.AsNoTracking().Where(row => row.StreamId == promise.CaseId && row.Type == "DueDayMoved")
            .OrderBy(row => row.Seq).Select(row => new { row.At, row.Facts }).ToListAsync(ct);
        var asked = await db.Set<CaseAction>().AsNoTracking()
            .Where(row => row.CaseId == promise.CaseId && row.Kind == CaseActionKind.ExtensionAsked)
            .Select(row => row.Reason).FirstOrDefaultAsync(ct);
        return new ClockStoryView(
            [.. clocks.StoppedTimes(promise, zone.Today).Select(time => new StoppedView(
                Reason(time.Stop.Reason, item), time.Stop.From, time.Stop.To?.AddDays(-1), time.WorkingDays))],
            [.. moves.Select(row => Move(row.At, row.Facts, promise, asked)).OfType<MovedView>()]);
    }

    private MovedView? Move(DateTimeOffset at, string facts, CaseDeadline promise, string? asked)
    {
        using var about = JsonDocument.Parse(facts);
        var root = about.RootElement;
        if (root.GetProperty("clock").GetGuid() != promise.Id) return null;
        var because = root.GetProperty("because").GetString() == "extension"
            ? words.Texts["Clocks.Because.Extension", root.GetProperty("workingDays").GetInt32(), asked ?? ""].Value
            : words.Texts["Clocks.Because.Calendar"].Value;
        return new MovedView(zone.DateOf(at), Day(root, "from"), Day(root, "to"), because);
    }

    private static DateOnly Day(JsonElement facts, string name) =>
        DateOnly.Parse(facts.GetProperty(name).GetString()!, CultureInfo.InvariantCulture);

    /// <summary>A known reason, or the step outside the clock that the case was in.</summary>
    private string Reason(string code, ServiceItem item) => codes.Find("clock-stop-reasons")?.Find(code) is { } entry
        ? words.Display.Pick(entry.Zh, entry.En)
        : item.Guide.Steps.FirstOrDefault(step => step.Code == code)?.Name.ToString() ?? code;
}
