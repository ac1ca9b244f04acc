using System.Globalization;

namespace TalentPortal.Web.Presentation.Texts;

/// <summary>
/// How dates, times, numbers and sizes are written for the reader of the current request. Instants are shown in the portal's
/// time zone. The patterns are texts (<c>Shared.Format.*</c>), so that each language has its own.
/// </summary>
public sealed class DisplayFormat(TextCatalog texts, TimeProvider clock, TimeZoneInfo zone)
{
    private const string ThinSpace = "\u2009";

    private static CultureInfo Culture => CultureInfo.CurrentUICulture;

    /// <summary>A day in running text; the year is left out in Chinese while it is this year.</summary>
    public string Date(DateOnly date) =>
        date.ToString(Pattern(date.Year == Today.Year ? "Date" : "DateWithYear"), Culture);

    /// <summary>A day in a document that outlives its year.</summary>
    public string DateWithYear(DateOnly date) => date.ToString(Pattern("DateWithYear"), Culture);

    /// <summary>The local day of an instant in running text.</summary>
    public string Date(DateTimeOffset at) => Date(LocalDate(at));

    /// <summary>A day in a table: month and day, with the year only when it is another one.</summary>
    public string ShortDate(DateOnly date) =>
        date.ToString(date.Year == Today.Year ? "MM-dd" : "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The local day of an instant in a table.</summary>
    public string ShortDate(DateTimeOffset at) => ShortDate(LocalDate(at));

    /// <summary>Local day and time of day.</summary>
    public string DateTime(DateTimeOffset at) => $"{Date(at)} {Time(at)}";

    /// <summary>Local time of day, 24 hours.</summary>
    public string Time(DateTimeOffset at) => Local(at).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Two days joined by an en dash; equal days are written once.</summary>
    public string Range(DateOnly from, DateOnly to) => from == to ? Date(from) : $"{Date(from)} – {Date(to)}";

    /// <summary>The same of what outlives its year.</summary>
    public string RangeWithYears(DateOnly from, DateOnly to) => $"{DateWithYear(from)} – {DateWithYear(to)}";

    /// <summary>A number with thin groups of three and at most <paramref name="decimals"/> decimals.</summary>
    public string Number(decimal value, int decimals = 2)
    {
        var format = (NumberFormatInfo)CultureInfo.InvariantCulture.NumberFormat.Clone();
        format.NumberGroupSeparator = ThinSpace;
        return value.ToString("#,0." + new string('#', decimals), format);
    }

    /// <summary>A file's size: B, KB or MB, one decimal from 1 MB on.</summary>
    public string Size(long bytes) => bytes switch
    {
        < 1024 => $"{bytes} B",
        < 1024 * 1024 => $"{Number(bytes / 1024m, 0)} KB",
        _ => $"{Number(bytes / (1024m * 1024m), 1)} MB",
    };

    /// <summary>Data that is kept in two languages: the reader's, or Chinese where there is no English.</summary>
    public string Pick(string chinese, string? english) =>
        TextCatalog.IsEnglish(Culture) && !string.IsNullOrWhiteSpace(english) ? english : chinese;

    /// <summary>The portal's local day of an instant.</summary>
    public DateOnly LocalDate(DateTimeOffset at) => DateOnly.FromDateTime(Local(at).DateTime);

    /// <summary>Today in the portal's time zone.</summary>
    public DateOnly Today => LocalDate(clock.GetUtcNow());

    /// <summary>An instant in the portal's time zone, for <c>datetime</c> attributes.</summary>
    public string Machine(DateTimeOffset at) => Local(at).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>A day for <c>datetime</c> attributes and date controls.</summary>
    public static string Machine(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone);

    private string Pattern(string name) =>
        texts.Find("Shared.Format." + name, Culture) ?? throw new InvalidOperationException($"No date pattern '{name}'.");
}
