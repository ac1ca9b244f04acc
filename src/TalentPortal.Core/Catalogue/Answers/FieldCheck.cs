using TalentPortal.Core.Catalogue.Forms;
using TalentPortal.Core.Catalogue.Rules;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Standards;

namespace TalentPortal.Core.Catalogue.Answers;

/// <summary>Checks one filled answer against its field.</summary>
internal sealed class FieldCheck(RuleContext context)
{
    /// <summary>The first reason against the answer; null when it may stand.</summary>
    /// <param name="field">The field; neither a block nor a file.</param>
    /// <param name="value">What was answered.</param>
    /// <param name="evaluator">Evaluates the field's range and parent; within a row, the row's.</param>
    public Refusal? Check(FormField field, AnswerValue value, RuleEvaluator evaluator) => value switch
    {
        AnswerValue.Masked => null,
        AnswerValue.Unreadable => Unreadable(field),
        AnswerValue.Number number when field.Type is FieldType.Number or FieldType.Money => CheckNumber(field, number, evaluator),
        AnswerValue.Date date when field.Type is FieldType.Date => CheckRange(field, date, evaluator),
        AnswerValue.YesNo when field.Type is FieldType.YesNo => null,
        AnswerValue.Codes codes when field is { Type: FieldType.Choice, Multiple: true } => CheckCodes(field, codes, evaluator),
        AnswerValue.Text text => CheckText(field, text.Value, evaluator),
        _ => new AnswerOfWrongShape(),
    };

    private static Refusal Unreadable(FormField field) => field.Type switch
    {
        FieldType.Number or FieldType.Money => new AnswerNotANumber(),
        FieldType.Date => new AnswerNotADate(),
        _ => new AnswerNotYesOrNo(),
    };

    private Refusal? CheckText(FormField field, string text, RuleEvaluator evaluator) => field.Type switch
    {
        FieldType.Text or FieldType.LongText => CheckPlain(field, text),
        FieldType.Choice when !field.Multiple => CheckCode(field, text, evaluator),
        FieldType.Region => CheckRegion(field, text),
        FieldType.CitizenId => CitizenNumber.Parse(text, context.Today).Refusal,
        FieldType.CreditCode => CreditCode.Parse(text).Refusal,
        FieldType.Phone => MobilePhone.Parse(text).Refusal,
        FieldType.Email => EmailAddress.Parse(text).Refusal,
        FieldType.BankAccount => BankCardNumber.Parse(text).Refusal,
        _ => new AnswerOfWrongShape(),
    };

    private static Refusal? CheckPlain(FormField field, string text)
    {
        if (text.Length > field.MaxLength) return new AnswerTooLong(field.MaxLength);
        return field.Pattern is { } pattern && !pattern.Matches(text) ? new AnswerOfOtherPattern(pattern.Message) : null;
    }

    private static Refusal? CheckNumber(FormField field, AnswerValue.Number number, RuleEvaluator evaluator) =>
        decimal.Round(number.Value, field.Decimals) != number.Value
            ? new TooManyDecimals(field.Decimals)
            : CheckRange(field, number, evaluator);

    private static Refusal? CheckRange(FormField field, AnswerValue value, RuleEvaluator evaluator)
    {
        var least = field.Min is { } min ? evaluator.Value(min) : null;
        var most = field.Max is { } max ? evaluator.Value(max) : null;
        if (least is not null && Comparing.Order(value, least) < 0) return Low(least);
        return most is not null && Comparing.Order(value, most) > 0 ? High(most) : null;
    }

    private static Refusal? Low(AnswerValue least) => least switch
    {
        AnswerValue.Number number => new NumberTooSmall(number.Value),
        _ => Comparing.AsDate(least) is { } date ? new DateTooEarly(date) : null,
    };

    private static Refusal? High(AnswerValue most) => most switch
    {
        AnswerValue.Number number => new NumberTooGreat(number.Value),
        _ => Comparing.AsDate(most) is { } date ? new DateTooLate(date) : null,
    };

    private Refusal? CheckCodes(FormField field, AnswerValue.Codes codes, RuleEvaluator evaluator) =>
        codes.Values.Select(code => CheckCode(field, code, evaluator)).FirstOrDefault(r => r is not null);

    private Refusal? CheckCode(FormField field, string code, RuleEvaluator evaluator)
    {
        if (context.Codes.FindOffered(field, code, context.Today) is not { } entry) return new ChoiceNotOffered();
        if (field.ParentField is not { } parentField) return null;
        return evaluator.Value(new ValueExpression.Field(parentField)) is AnswerValue.Text parent
            && string.Equals(parent.Value, entry.Parent, StringComparison.Ordinal) ? null : new ChoiceNotUnderParent();
    }

    private Refusal? CheckRegion(FormField field, string code)
    {
        if (code.Length != field.RegionDigits || context.Codes.Find(field.CodeTable!, code) is null) return new RegionNotKnown();
        return context.Codes.FindOffered(field, code, context.Today) is null ? new RegionOutside() : null;
    }
}
