using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Catalogue.Rules;
using TalentPortal.Web.Presentation.Fields;
using TalentPortal.Web.Presentation.Texts;

namespace TalentPortal.Web.Presentation.Forms;

/// <summary>Reads an application as a whole: what was answered, and what still stands against handing it in.</summary>
public sealed class CheckDesk(OwnApplications applications, MaterialUploads uploads, RuleContexts rules, PortalWords words)
{
    /// <summary>The answers by page, and the errors of the whole.</summary>
    public async Task<(IReadOnlyList<SummaryPart> Parts, IReadOnlyList<FieldError> Errors)> SummaryAsync(
        OwnApplication own, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(own);
        var (context, answers, counts) = (rules.For(own.Item), await applications.OpenAsync(own, ct), own.FileCounts);
        var visibility = new FormVisibility(context, answers, counts);
        var state = new FormState
        {
            Context = context,
            Answers = own.Answers,
            Files = own.Files.ToLookup(file => file.Link.Code, file => uploads.View(file.Material), StringComparer.Ordinal),
        };
        var parts = FormPart.Of(own.Item, visibility, words.Texts);
        var errors = AnswerValidator.Validate(context, answers, counts, ValidationMode.Submit).Errors;
        return (new FormSummary(context, visibility, state, words).Of(parts), errors);
    }

    /// <summary>Errors as links to where they are mended.</summary>
    public IReadOnlyList<(string? Href, string Words)> Problems(
        OwnApplication own, IEnumerable<SummaryPart> parts, IEnumerable<FieldError> errors)
    {
        ArgumentNullException.ThrowIfNull(own);
        var pages = parts.Select(part => part.Part).ToList();
        return [.. errors.Select(error =>
        {
            var page = pages.Find(part => part.Holds(error.Path));
            var label = own.Item.Form.Find(Pattern(error.Path))?.Label.ToString()
                ?? own.Item.FindMaterial(error.Path[(error.Path.LastIndexOf('.') + 1)..])?.Name.ToString();
            var sentence = words.Texts.Of(error.Refusal);
            return (
                page is null ? null : $"/applications/{own.Row.CaseId}/form/{page.Code}?check=true#{FieldView.IdOf(error.Path)}",
                label is null ? sentence : words.Texts["Shared.Errors.Of", label, sentence].Value);
        })];
    }

    private static string Pattern(string path)
    {
        var (open, close) = (path.IndexOf('[', StringComparison.Ordinal), path.IndexOf(']', StringComparison.Ordinal));
        return open < 0 || close < open ? path : path[..(open + 1)] + path[close..];
    }
}
