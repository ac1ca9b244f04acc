using TalentPortal.Core.Calendar;
using TalentPortal.Core.Standards.Parameters;

namespace TalentPortal.Core.TalentCards.Statements;

/// <summary>When statements are drawn and until when they may be objected to, by the parameters of the day.</summary>
public sealed class StatementTerms(ParameterTable parameters, WorkingCalendar calendar, PortalTimeZone zone)
{
    /// <summary>The local day.</summary>
    public DateOnly Today => zone.Today;

    /// <summary>The last day on which a statement that is drawn today may be objected to.</summary>
    public DateOnly AnswerBy => calendar.AddWorkingDays(zone.Today, parameters.Int("card.statementAnswerDays", zone.Today)).On;

    /// <summary>Whether silence counts as a yes.</summary>
    public bool SilenceAccepts => parameters.Flag("card.statementSilenceAccepts", zone.Today);

    /// <summary>The last month, by its first day, that is over and whose uses without network had their time to come in.</summary>
    public DateOnly LastOverMonth
    {
        get
        {
            var safe = zone.DateOf(zone.Now.AddHours(-parameters.Int("card.offlineHours", zone.Today)));
            return new DateOnly(safe.Year, safe.Month, 1).AddMonths(-1);
        }
    }
}
