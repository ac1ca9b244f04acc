using TalentPortal.Core.Accounts;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.PublicNotices;
using TalentPortal.Core.Reviews.Queries;
using TalentPortal.Core.Standards.Codes;
using TalentPortal.Web.Presentation.Texts;
using TalentPortal.Web.Presentation.Views;

namespace TalentPortal.Web.Pages.Officer;

/// <summary>What officers' pages share.</summary>
internal static class OfficerPages
{
    /// <summary>The unit for which somebody acts, for the header: of the task at hand, or else of the first appointment.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="display">Shows it.</param>
    /// <param name="organisationId">The unit before which a task lies; null where none is at hand.</param>
    public static string? PostOf(Actor actor, DisplayFormat display, Guid? organisationId = null)
    {
        var held = actor.Appointments.FirstOrDefault(one => one.OrganisationId == organisationId)
            ?? (actor.Appointments is [var first, ..] ? first : null);
        return held is null ? null : display.Pick(held.OrganisationNameZh, held.OrganisationNameEn);
    }

    /// <summary>A number, where counting may have ended before the last: <c>99+</c>.</summary>
    public static string Counted(int count, int most) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"{(count < most ? count : most - 1)}{(count < most ? "" : "+")}");

    /// <summary>The light of a task in a list.</summary>
    public static DueView? LightOf(InboxRow row) => row switch
    {
        { Light: Light.Grey } => new DueView(DueLight.Grey, StopReason: row.Step.ToString()),
        { RemainingWorkingDays: { } left } => new DueView(Enum.Parse<DueLight>(row.Light.ToString()), left),
        _ => null,
    };

    /// <summary>The light of an objection.</summary>
    public static DueView LightOf(ObjectionRow row) =>
        new(Enum.Parse<DueLight>(row.Clock.Light.ToString()), row.Clock.RemainingWorkingDays);

    /// <summary>The light of a whole case; null before its time runs.</summary>
    public static DueView? LightOf(CaseFile file, CodeTables codes)
    {
        if (file.Clock is not { } clock) return null;
        var reason = clock.StopReasons.Count == 0 ? null : ReasonOf(file, codes, clock.StopReasons[0]);
        return new DueView(Enum.Parse<DueLight>(clock.Light.ToString()), clock.RemainingWorkingDays, reason);
    }

    private static string ReasonOf(CaseFile file, CodeTables codes, string reason) =>
        codes.Find("clock-stop-reasons")?.Find(reason) is { } known
            ? known.Label(System.Globalization.CultureInfo.CurrentUICulture)
            : file.StepName(reason).ToString();
}
