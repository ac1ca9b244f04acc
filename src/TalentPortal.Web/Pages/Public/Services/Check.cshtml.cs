using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Catalogue.Rules;
using TalentPortal.Web.Presentation.Fields;
using TalentPortal.Web.Presentation.Forms;
using TalentPortal.Web.Presentation.Texts;

namespace TalentPortal.Web.Pages.Public.Services;

/// <summary>The short test before the form: anybody may take it, nothing of it is kept.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[RequestSizeLimit(64 * 1024)]
public sealed class CheckModel(ServiceItems items, RuleContexts rules, IStringLocalizer texts) : PageModel
{
    /// <summary>The item.</summary>
    public ServiceItem Item { get; private set; } = null!;

    /// <summary>The questions.</summary>
    public IReadOnlyList<FieldView> Questions { get; private set; } = [];

    /// <summary>What was found; null before the test.</summary>
    public EligibilityResult? Result { get; private set; }

    /// <summary>How the answers look so far: conditions that are not asked here are left to the application.</summary>
    public Truth Outcome => Result?.Outcome is Truth.No ? Truth.No
        : Questions.All(question => question.Values.Any(value => value.Length > 0)) ? Truth.Yes : Truth.Unknown;

    /// <summary>Shows the questions.</summary>
    public IActionResult OnGet([FromRoute] string key) =>
        Find(key) ? Draw(new Dictionary<string, string>(StringComparer.Ordinal)) : NotFound();

    /// <summary>Tests and forgets.</summary>
    public IActionResult OnPost([FromRoute] string key)
    {
        if (!Find(key)) return NotFound();
        var bound = AnswerBinder.FromPost(Item.PreCheck.Select(question => question.Field), Request.Form);
        var check = EligibilityChecker.PreCheck(rules.For(Item), bound.Answers);
        var errors = bound.Errors.Concat(check.Errors).Where(error => error.Refusal is not null)
            .DistinctBy(error => error.Path, StringComparer.Ordinal)
            .ToDictionary(error => error.Path, error => texts.Of(error.Refusal), StringComparer.Ordinal);
        if (errors.Count == 0) Result = check.Eligibility;
        return Draw(errors);
    }

    private bool Find(string key)
    {
        if (items.FindListed(key) is not { } version) return false;
        Item = version.Item;
        return true;
    }

    private PageResult Draw(Dictionary<string, string> errors)
    {
        Questions = PreCheckViews.Of(Item, rules, texts, Request.HasFormContentType ? Request.Form : FormCollection.Empty, errors);
        return Page();
    }
}
