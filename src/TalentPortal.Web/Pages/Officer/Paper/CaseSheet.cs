using System.Globalization;
using System.Xml.Linq;
using Microsoft.Extensions.Localization;
using TalentPortal.Core.Reviews.Queries;
using TalentPortal.Web.Pages.Officer.Cases;
using TalentPortal.Web.Presentation.Texts;

namespace TalentPortal.Web.Pages.Officer.Paper;

/// <summary>
/// A case as one page that opens in any browser, without the portal: form, materials, opinions, what happened. Secrets stay masked.
/// </summary>
internal sealed class CaseSheet(AnswerSections answers, DisplayFormat display, IStringLocalizer texts)
{
    /// <summary>The page, in the reader's language.</summary>
    /// <param name="file">The case.</param>
    /// <param name="paths">Where each of its materials lies beside the page.</param>
    public XDocument Of(CaseFile file, IReadOnlyDictionary<Guid, string> paths)
    {
        var title = $"{file.Item.Name} {NumberText.Grouped(file.Number)}";
        return new XDocument(
            new XDocumentType("html", null, null, null),
            new XElement("html", new XAttribute("lang", CultureInfo.CurrentUICulture.Name),
                new XElement("head", new XElement("meta", new XAttribute("charset", "utf-8")), new XElement("title", title),
                    new XElement("style", "body{font-family:sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;line-height:1.6}"
                        + "table{border-collapse:collapse;width:100%}th,td{border:1px solid #999;padding:.3rem .5rem;text-align:left;vertical-align:top;white-space:pre-wrap}")),
                new XElement("body",
                    new XElement("h1", title),
                    new XElement("p", texts.Of(file.Status), " · ", file.SubjectMasked),
                    answers.Of(file).Select(section => Part(section.Title, section.Lines.Select(line => Row(line.Label, line.Value)))),
                    Part(texts["Slips.Sheet.Materials"], file.Materials.Select(material => Row(material.Name.ToString(),
                        new XElement("a",
                            new XAttribute("href", Uri.EscapeDataString(paths[material.Id]).Replace("%2F", "/", StringComparison.Ordinal)),
                            material.FileName)))),
                    Part(texts["Reviews.Opinions.Title"], file.Decisions.Select(one => Row(
                        display.DateTime(one.At), one.Step?.ToString(), one.Unit?.ToString(), one.Officer,
                        OutcomeTexts.Of(texts, one.Outcome), one.Reason))),
                    Part(texts["Reviews.History.Title"], CaseHistory.Of(file, texts).Select(point =>
                        Row(point.At is { } at ? display.DateTime(at) : null, point.Title, point.Text))))));
    }

    private static IEnumerable<XElement> Part(string title, IEnumerable<XElement> rows)
    {
        var lines = rows.ToList();
        return lines.Count == 0 ? [] : [new XElement("h2", title), new XElement("table", new XElement("tbody", lines))];
    }

    private static XElement Row(params object?[] cells) => new("tr", cells.Select(cell => new XElement("td", cell ?? "")));
}
