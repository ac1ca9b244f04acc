using System.Text.Json;
using System.Text.Json.Serialization;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Windows;
using TalentPortal.Core.Jobs;
using TalentPortal.Core.Standards.Parameters;

namespace TalentPortal.Core.Recognitions.Life.Checks;

/// <summary>What a job of the yearly check looks at.</summary>
public enum AnnualCheckStage
{
    /// <summary>The window opens: the holder is told.</summary>
    Opens,

    /// <summary>The window closes soon: who has not handed anything in is told again.</summary>
    ClosesSoon,

    /// <summary>The window is over: a check that was not handed in is missed.</summary>
    Closed,

    /// <summary>A check that was handed in was taken back, or came to nothing, after its window: it is missed too.</summary>
    TakenBack,
}

/// <summary>The payload of an <see cref="AnnualCheckJob"/>.</summary>
/// <param name="Recognition">The recognition.</param>
/// <param name="Year">The year of the check.</param>
/// <param name="Stage">What to look at.</param>
public sealed record AnnualCheckOrder(Guid Recognition, int Year, AnnualCheckStage Stage)
{
    private static readonly JsonSerializerOptions Format =
        new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>As a job keeps it.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Format);

    /// <summary>As a job kept it.</summary>
    public static AnnualCheckOrder FromJson(string json) => JsonSerializer.Deserialize<AnnualCheckOrder>(json, Format)!;
}

/// <summary>When the yearly check takes place: the window is that of its service item, the reminder's days are a parameter.</summary>
public sealed class AnnualCheckPlan(ServiceItems items, ParameterTable parameters, PortalTimeZone zone)
{
    /// <summary>The window of a year.</summary>
    /// <exception cref="InvalidOperationException">The service item has none.</exception>
    public OpenPeriod WindowOf(int year) =>
        items.Find(RecognitionStanding.CheckKey) is { Item.Window.Yearly: [var yearly, ..] }
            ? yearly.In(year)
            : throw new InvalidOperationException($"The service item '{RecognitionStanding.CheckKey}' has no yearly window.");

    /// <summary>The first year in which a recognition is checked: the one after its first day.</summary>
    public static int FirstYear(Recognition recognition)
    {
        ArgumentNullException.ThrowIfNull(recognition);
        return recognition.IssuedOn.Year + 1;
    }

    /// <summary>Plans the look at the opening of a year's window, unless the recognition ends before the window does.</summary>
    public void PlanYear(CaseWork work, Recognition recognition, int year)
    {
        ArgumentNullException.ThrowIfNull(recognition);
        if (WindowOf(year).To <= recognition.ValidTo) Plan(work, recognition, year, AnnualCheckStage.Opens);
    }

    /// <summary>Plans one look.</summary>
    public void Plan(CaseWork work, Recognition recognition, int year, AnnualCheckStage stage)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(recognition);
        var order = new AnnualCheckOrder(recognition.Id, year, stage);
        work.Rows<Job>()
            .Add(Job.Of(AnnualCheckJob.Kind, work.Now, At(year, stage), work.CaseId, order.ToJson(), $"{recognition.Id:N}:{year}:{stage}"));
    }

    /// <summary>
    /// Plans another look where a check that counted as handed in no longer does, and its window is over: nothing else would look again.
    /// </summary>
    public void Follow(CaseWork work)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (!work.Changed<Application>().Any(one => AnnualCheckJob.NotTaken.Contains(one.Status))) return;
        if (work.Rows<RecognitionMatter>().SingleOrDefault() is not { Kind: RecognitionMatterKind.AnnualCheck, Year: { } year } matter)
            return;
        if (zone.DateOf(work.Now) <= WindowOf(year).To) return;
        var order = new AnnualCheckOrder(matter.RecognitionId, year, AnnualCheckStage.TakenBack);
        work.Rows<Job>().Add(Job.Of(AnnualCheckJob.Kind, work.Now, caseId: work.CaseId, payload: order.ToJson()));
    }

    private DateTimeOffset At(int year, AnnualCheckStage stage)
    {
        var window = WindowOf(year);
        return zone.StartOf(stage switch
        {
            AnnualCheckStage.Opens => window.From,
            AnnualCheckStage.ClosesSoon => window.To.AddDays(-parameters.Int("recog.checkReminderDays", window.To)),
            _ => window.To.AddDays(1),
        });
    }
}
