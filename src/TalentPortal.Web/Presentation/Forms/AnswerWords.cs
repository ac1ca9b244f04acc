using System.Globalization;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Catalogue.Forms;
using TalentPortal.Core.Catalogue.Rules;
using TalentPortal.Web.Presentation.Texts;

namespace TalentPortal.Web.Presentation.Forms;

/// <summary>Answers in two shapes: as a browser sends them, and as people read them.</summary>
internal static class AnswerWords
{
    /// <summary>What stands in a control for a secret that cannot be shown in part.</summary>
    public const string Covered = "***";

    /// <summary>The values that a form sends for an answer.</summary>
    public static IReadOnlyList<string> Sent(AnswerValue? answer) => answer switch
    {
        AnswerValue.Codes codes => codes.Values,
        AnswerValue.Unreadable unreadable => [unreadable.Raw],
        AnswerValue.Masked masked => [masked.Shown],
        AnswerValue.Group or AnswerValue.Rows or null => [],
        _ => RuleFacts.Text(answer) is { } text ? [text] : [],
    };

    /// <summary>An answer in words; null when there is none.</summary>
    public static string? Read(RuleContext context, FormField field, AnswerValue? answer, PortalWords words) => answer switch
    {
        null or AnswerValue.Group or AnswerValue.Rows => null,
        AnswerValue.YesNo yes => words.Texts[yes.Value ? "Applications.Field.Yes" : "Applications.Field.No"],
        AnswerValue.Date date => words.Display.Date(date.Value),
        AnswerValue.Number number => words.Display.Number(number.Value, Math.Max(field.Decimals, 2)) + Unit(field),
        AnswerValue.Codes codes =>
            string.Join(words.Texts["Shared.ListSeparator"], codes.Values.Select(code => Label(context, field, code))),
        AnswerValue.Masked masked => masked.Shown,
        AnswerValue.Unreadable unreadable => unreadable.Raw,
        AnswerValue.Text text when field.CodeTable is not null => Label(context, field, text.Value),
        AnswerValue.Text text => text.Value,
        _ => null,
    };

    private static string Unit(FormField field)
    {
        var unit = field.Unit.For(CultureInfo.CurrentUICulture);
        return unit.Length == 0 ? "" : " " + unit;
    }

    private static string Label(RuleContext context, FormField field, string code)
    {
        var entry = context.Codes.Find(field.CodeTable!, code);
        if (entry is null) return code;
        var parent = field.Type is FieldType.Region && entry.Parent is { } above ? context.Codes.Find(field.CodeTable!, above) : null;
        return parent is null ? entry.Name.ToString() : $"{parent.Name} {entry.Name}";
    }
}
