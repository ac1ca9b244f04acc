using Microsoft.Extensions.Localization;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Rules;
using TalentPortal.Web.Presentation.Fields;

namespace TalentPortal.Web.Presentation.Forms;

/// <summary>The questions of an item's short test, as pages draw them.</summary>
internal static class PreCheckViews
{
    /// <summary>One view a question, in the item's order.</summary>
    /// <param name="item">The item.</param>
    /// <param name="rules">Codes and day.</param>
    /// <param name="texts">The reader's texts.</param>
    /// <param name="typed">What was posted; empty before the test.</param>
    /// <param name="errors">What is wrong, by the question's code.</param>
    public static IReadOnlyList<FieldView> Of(
        ServiceItem item, RuleContexts rules, IStringLocalizer texts, IFormCollection typed, IReadOnlyDictionary<string, string> errors)
    {
        var (views, context) = (new FieldViews(texts), rules.For(item));
        return [.. item.PreCheck.Select(question => views.Of(context, question.Field, question.Field.Code,
            typed.TryGetValue(question.Field.Code, out var values) ? [.. values.Select(value => value ?? "")] : []) with
        {
            Error = errors.GetValueOrDefault(question.Field.Code),
        })];
    }
}
