using TalentPortal.Core.Catalogue.Forms;
using TalentPortal.Core.Catalogue.Rules;

namespace TalentPortal.Core.Catalogue.Reading;

/// <summary>Reads what reviewers enter along with their answers.</summary>
internal static class ReviewFormReading
{
    public static IReadOnlyList<ReviewForm> Forms(JsonCursor item)
    {
        var forms = FormReading.Unique(item.List("reviewForms", Form), form => form.Code, item, "reviewForms");
        var seen = forms.Select(form => form.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var (form, field) in forms.SelectMany(form => form.Fields, (form, field) => (form, field)))
        {
            if (!seen.Add(field.Code))
                item.Error("reviewForms", $"the code '{field.Code}' of '{form.Code}' is used twice in the review forms");
        }

        return forms;
    }

    /// <summary>Whether each form belongs to a step of the guide, and no field waits for itself.</summary>
    public static void Check(ServiceItem item, ReadingLog log)
    {
        foreach (var form in item.ReviewForms)
        {
            if (item.Guide.Steps.All(step => !string.Equals(step.Code, form.Step, StringComparison.Ordinal)))
                log.Error($"$.reviewForms ({form.Code}).step", $"the guide has no step '{form.Step}'");
            foreach (var path in PathsOf(form).Where(path => form.Fields.All(field => field.Code != path)).Distinct(StringComparer.Ordinal))
                log.Error($"$.reviewForms ({form.Code})", $"a rule of a review form reads its own fields only, not '{path}'");
            ShownWhenCycles.Check(new ServiceForm([form.AsSection]), log);
        }
    }

    private static IEnumerable<string> PathsOf(ReviewForm form) => form.Checks.Select(check => check.Must)
        .Concat(form.Fields.SelectMany(field => new[] { field.ShownWhen, field.RequiredWhen }).OfType<Condition>()).SelectMany(RulePaths.Of)
        .Concat(form.Fields.SelectMany(field => new[] { field.Min, field.Max }).OfType<ValueExpression>().SelectMany(RulePaths.Of));

    private static ReviewForm Form(JsonCursor form)
    {
        var (code, title, step, outcomes) = (form.Text("code"), form.Localized("title"), form.Text("step"), form.Texts("outcomes"));
        if (outcomes.Count == 0) form.Error("outcomes", "'outcomes' must name at least one answer of the step");
        // Fields and checks name the form's own fields directly, as conditions within a row do.
        var outer = form.Log.RowScope;
        form.Log.RowScope = "review." + code;
        var fields = FormReading.Fields(form, "fields", nested: true);
        var checks = FormReading.Unique(form.List("checks", ItemReading.ConsistencyRule), rule => rule.Code, form, "checks");
        form.Log.RowScope = outer;
        if (fields.Count == 0) form.Error("fields", "a review form needs fields");
        foreach (var field in fields.Where(field => field.Sensitivity is Sensitivity.Sensitive))
            form.Error("fields", $"'{field.Code}' is kept as it was entered, with the decision: it cannot be 'sensitive'");
        return new ReviewForm(code, title, step, outcomes, fields, checks);
    }
}
