using System.Globalization;
using Microsoft.Extensions.Localization;
using TalentPortal.Core.Catalogue.Forms;
using TalentPortal.Core.Catalogue.Rules;
using TalentPortal.Web.Presentation.Fields;

namespace TalentPortal.Web.Presentation.Forms;

/// <summary>Turns a field that is data into what a page draws.</summary>
internal sealed class FieldViews(IStringLocalizer texts)
{
    private const int FewOptions = 5;
    private const int LongestShort = 40;

    /// <summary>The view of a field that is neither a block nor a file.</summary>
    /// <param name="context">Item, codes, day.</param>
    /// <param name="field">The field.</param>
    /// <param name="path">Its HTML name.</param>
    /// <param name="values">What it holds.</param>
    public FieldView Of(RuleContext context, FormField field, string path, IReadOnlyList<string> values)
    {
        var isCovered = field.Sensitivity is Sensitivity.Sensitive && values is [var only] && only.Contains('*', StringComparison.Ordinal);
        var options = Options(context, field, isCovered);
        return new FieldView
        {
            Name = path,
            Label = field.Label.ToString(),
            Hint = Hint(field),
            Control = Control(field, options, values, isCovered),
            Values = values,
            Options = options,
            ParentPath = field.ParentField,
            IsRequired = field.Required,
            RequiredWhen = field.Required ? null : field.RequiredWhen,
            ShownWhen = field.ShownWhen,
            Source = isCovered ? texts["Applications.Field.Masked"].Value : null,
            Unit = Text(field.Unit.ToString()),
            MaxLength = field.MaxLength > 0 ? field.MaxLength : null,
            Rows = field.MaxLength > LongestShort * 10 ? 6 : 3,
            IsShort = field.Type is FieldType.Phone or FieldType.CitizenId or FieldType.CreditCode or FieldType.BankAccount,
            InputMode = field.Type is FieldType.BankAccount ? "numeric" : null,
            Autocomplete = Autocomplete(field),
        };
    }

    /// <summary>Label, hint and place of a block, a list of rows or a file field.</summary>
    public FieldView Head(FormField field, string? error) => new()
    {
        Name = field.Code,
        Label = field.Label.ToString(),
        Hint = Hint(field),
        Error = error,
        IsRequired = field.Required,
        ShownWhen = field.ShownWhen,
        RequiredWhen = field.RequiredWhen,
    };

    /// <summary>The hint, and what the answer is needed for (PIPL art. 17).</summary>
    public string? Hint(FormField field)
    {
        var purpose = Text(field.Purpose.ToString());
        string?[] parts = [Text(field.Help.ToString()), purpose is null ? null : texts["Applications.Field.Purpose", purpose].Value];
        return Text(string.Join(' ', parts.Where(part => part is not null)));
    }

    private IReadOnlyList<FieldOption> Options(RuleContext context, FormField field, bool isCovered)
    {
        IReadOnlyList<FieldOption> options = field.Type switch
        {
            FieldType.YesNo => [new("true", texts["Applications.Field.Yes"]), new("false", texts["Applications.Field.No"])],
            FieldType.Choice or FieldType.Region => ChoiceOptions.Of(context, field),
            _ => [],
        };
        return isCovered && options.Count > 0 ? [new(AnswerWords.Covered, texts["Applications.Field.Kept"]), .. options] : options;
    }

    private static FieldControl Control(
        FormField field, IReadOnlyList<FieldOption> options, IReadOnlyList<string> values, bool isCovered) =>
        field.Type switch
        {
            FieldType.LongText => FieldControl.TextArea,
            FieldType.Number or FieldType.Money => FieldControl.Number,
            FieldType.Date => isCovered || IsUnreadableDate(values) ? FieldControl.Text : FieldControl.Date,
            FieldType.Choice when field.Multiple => FieldControl.Checks,
            FieldType.Choice or FieldType.YesNo =>
                field.Required && field.ParentField is null && options.Count <= FewOptions ? FieldControl.Radios : FieldControl.Select,
            FieldType.Region => FieldControl.Select,
            FieldType.Phone => isCovered ? FieldControl.Text : FieldControl.Phone,
            FieldType.Email => FieldControl.Email,
            _ => FieldControl.Text,
        };

    /// <summary>A date control would drop what is no date; a line of text shows it again.</summary>
    private static bool IsUnreadableDate(IReadOnlyList<string> values) => values is [{ Length: > 0 } value]
        && !DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static string? Autocomplete(FormField field) => field.Prefill switch
    {
        "account.name" => "name",
        "account.phone" => "tel",
        "account.email" => "email",
        "account.organisation.name" => "organization",
        _ => field.Sensitivity is Sensitivity.Sensitive ? "off" : null,
    };

    private static string? Text(string text) => text.Length == 0 ? null : text;
}
