using System.Globalization;
using Microsoft.Extensions.Localization;

namespace TalentPortal.Web.Presentation.Texts;

/// <summary>The portal's <see cref="IStringLocalizer"/>: the catalogue's text in the language of the current request.</summary>
public sealed class PortalTexts : IStringLocalizer
{
    private readonly TextCatalog catalog;
    private readonly TextFormatter formatter;

    /// <summary>Texts from a catalogue, filled with values written as <paramref name="display"/> writes them.</summary>
    public PortalTexts(TextCatalog catalog, DisplayFormat display)
    {
        this.catalog = catalog;
        formatter = new TextFormatter(display, this);
    }

    /// <inheritdoc />
    public LocalizedString this[string name]
    {
        get
        {
            var text = catalog.Find(name, CultureInfo.CurrentUICulture);
            return new LocalizedString(name, text ?? name, resourceNotFound: text is null);
        }
    }

    /// <inheritdoc />
    public LocalizedString this[string name, params object[] arguments]
    {
        get
        {
            var text = this[name];
            return text.ResourceNotFound || arguments.Length == 0
                ? text
                : new LocalizedString(name, string.Format(formatter, text.Value, arguments));
        }
    }

    /// <inheritdoc />
    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) =>
        catalog.All(CultureInfo.CurrentUICulture).Select(text => new LocalizedString(text.Key, text.Value));
}
