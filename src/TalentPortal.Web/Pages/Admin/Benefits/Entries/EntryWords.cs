using Microsoft.Extensions.Localization;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Web.Presentation.Texts;

namespace TalentPortal.Web.Pages.Admin.Benefits.Entries;

/// <summary>Says all of an entry in words, line by line, for who reads a version or a change.</summary>
internal sealed class EntryWords(ServiceItems items, DisplayFormat display, IStringLocalizer texts)
{
    /// <summary>All of a level.</summary>
    public IEnumerable<(string What, string Value)> Of(CardLevel level)
    {
        ArgumentNullException.ThrowIfNull(level);
        return Said(("Benefits.Edit.Zh", level.Name.Zh), ("Benefits.Edit.En", level.Name.En),
            ("BenefitEntries.Track", texts.Of(level.Track)))
            .Concat(Trust(level.Provenance, level.Source));
    }

    /// <summary>All of a kind of venue.</summary>
    public IEnumerable<(string What, string Value)> Of(VenueKind kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        return Said(("Benefits.Edit.Zh", kind.Name.Zh), ("Benefits.Edit.En", kind.Name.En), ("BenefitEntries.ConsentZh", kind.Consent.Zh),
            ("BenefitEntries.ConsentEn", kind.Consent.En))
            .Concat(Trust(kind.Provenance, kind.Source));
    }

    /// <summary>All of a benefit but what each level gets.</summary>
    /// <param name="benefit">The benefit.</param>
    /// <param name="catalogues">Where kinds of venues and other benefits are named, in this order.</param>
    public IEnumerable<(string What, string Value)> Of(Benefit benefit, params BenefitCatalogue[] catalogues)
    {
        ArgumentNullException.ThrowIfNull(benefit);
        return Said(
            ("Benefits.Edit.Zh", benefit.Name.Zh), ("Benefits.Edit.En", benefit.Name.En), ("BenefitEntries.SummaryZh", benefit.Summary.Zh),
            ("BenefitEntries.SummaryEn", benefit.Summary.En), ("TalentCards.Benefits.Kind", texts.Of(benefit.Kind)),
            ("BenefitEntries.Period", benefit.Period is { } period ? texts.Of(period) : ""),
            ("BenefitEntries.VenueKinds", Listed(benefit.VenueKinds.Select(code => Venue(code, catalogues)))),
            ("BenefitEntries.ServiceItem", benefit.ServiceItem is { } key ? items.Find(key)?.Item.Name.ToString() ?? key : ""),
            ("BenefitEntries.ProviderZh", benefit.Provider.Zh), ("BenefitEntries.ProviderEn", benefit.Provider.En),
            ("BenefitEntries.PayerZh", benefit.Payer.Zh), ("BenefitEntries.PayerEn", benefit.Payer.En),
            ("BenefitEntries.DocumentsZh", Listed(benefit.Documents.Select(one => one.Zh))),
            ("BenefitEntries.DocumentsEn", Listed(benefit.Documents.Select(one => one.En))),
            ("BenefitEntries.Excludes", Rivals(benefit, catalogues)),
            ("Benefits.Edit.From", benefit.ValidFrom is { } from ? display.DateWithYear(from) : ""),
            ("Benefits.Edit.To", benefit.ValidTo is { } to ? display.DateWithYear(to) : ""))
            .Concat(Trust(benefit.Provenance, benefit.Source));
    }

    private static string Venue(string code, BenefitCatalogue[] catalogues) =>
        catalogues.Select(one => one.FindVenueKind(code)?.Name.ToString()).FirstOrDefault(name => name is not null) ?? code;

    private string Rivals(Benefit benefit, BenefitCatalogue[] catalogues) => benefit.ExclusionGroup is not { } group ? ""
        : Listed(catalogues.SelectMany(one => one.Benefits).Where(other => other.Code != benefit.Code && other.ExclusionGroup == group)
            .DistinctBy(other => other.Code, StringComparer.Ordinal).Select(other => other.Name.ToString()));

    private string Listed(IEnumerable<string> names) => string.Join(texts["BenefitEntries.And"], names);

    private IEnumerable<(string What, string Value)> Trust(Provenance? provenance, string? source) =>
        Said(("Admin.Column.Provenance", provenance is { } said ? texts.Of(said) : ""), ("Rules.Source", source ?? ""));

    private IEnumerable<(string What, string Value)> Said(params (string Key, string Value)[] lines) =>
        lines.Where(line => line.Value.Length > 0).Select(line => (texts[line.Key].Value, line.Value));
}
