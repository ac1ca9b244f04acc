using System.Collections;
using System.Globalization;
using Microsoft.Extensions.Localization;

namespace TalentPortal.Web.Presentation.Texts;

/// <summary>
/// Fills the places in a text. Days, instants and numbers are written as <see cref="DisplayFormat"/> writes them, enum members by
/// their own text, lists joined. <c>{0:day|days}</c> chooses by number: one, or any other.
/// </summary>
internal sealed class TextFormatter(DisplayFormat display, IStringLocalizer texts) : IFormatProvider, ICustomFormatter
{
    public object? GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : null;

    public string Format(string? format, object? arg, IFormatProvider? formatProvider)
    {
        if (format is not null && format.Contains('|', StringComparison.Ordinal))
            return Plural(format, arg);
        if (format is not null && arg is IFormattable formattable)
            return formattable.ToString(format, CultureInfo.CurrentCulture);
        return Write(arg);
    }

    private string Write(object? arg) => arg switch
    {
        null => "",
        string text => text,
        DateOnly date => display.Date(date),
        DateTimeOffset at => display.DateTime(at),
        Enum member => texts.Of(member),
        int or long or short or byte or decimal or double or float => display.Number(Convert.ToDecimal(arg, CultureInfo.InvariantCulture)),
        IEnumerable list => string.Join(texts["Shared.ListSeparator"].Value, list.Cast<object?>().Select(Write)),
        _ => arg.ToString() ?? "",
    };

    private static string Plural(string format, object? arg)
    {
        var forms = format.Split('|');
        return Convert.ToDecimal(arg, CultureInfo.InvariantCulture) == 1m ? forms[0] : forms[^1];
    }
}
