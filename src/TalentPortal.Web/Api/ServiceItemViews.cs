using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Forms;
using TalentPortal.Core.Catalogue.Rules;
using TalentPortal.Core.Files;
using TalentPortal.Web.Presentation.Forms;

namespace TalentPortal.Web.Api;

/// <summary>Describes service items for programs.</summary>
internal sealed class ServiceItemViews(RuleContexts rules)
{
    /// <summary>An item in a list, as it stands today.</summary>
    public ServiceItemSummary SummaryOf(ServiceItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return new ServiceItemSummary(item.Code, item.Key, item.Version, item.Name.ToString(), item.Summary.ToString(), item.Audience,
            rules.Days(item.Guide.Promised.WorkingDays), item.Window.CheckOpen(rules.For(item).Today).Succeeded);
    }

    /// <summary>An item as it stands today.</summary>
    public ServiceItemView Of(ServiceItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        var context = rules.For(item);
        return new ServiceItemView(
            SummaryOf(item),
            GuideOf(item),
            [.. item.Form.Sections.Select(section =>
                new SectionView(section.Code, section.Title.ToString(), Fields(context, section.Fields)))],
            [.. item.Materials.Where(material => material.UploadedByApplicant).Select(material => new MaterialRuleView(
                material.Code, material.Name.ToString(), Text(material.Help), !material.Optional && material.RequiredWhen is null,
                material.FileTypes, Math.Min(material.MaxBytes, FileSniffer.MaximumBytes), material.MaxCount))]);
    }

    private static GuideView GuideOf(ServiceItem item) => new(
        Texts(item.Guide.WhoMay), Texts(item.Guide.WhoMayNot),
        [.. item.Guide.Steps.Select(step => new GuideStepView(step.Code, step.Name.ToString(), step.Actor.ToString()))],
        item.Guide.Fee.ToString(), item.Guide.Result.ToString(), item.AppealText.ToString());

    private static List<FormFieldView> Fields(RuleContext context, IReadOnlyList<FormField> fields) =>
        [.. fields.Select(field => Of(context, field))];

    private static FormFieldView Of(RuleContext context, FormField field)
    {
        var isText = field.Type is FieldType.Text or FieldType.LongText;
        var isRows = field.Type is FieldType.Rows;
        return new FormFieldView(
            field.Code, field.Type, field.Label.ToString(), Text(field.Help), field.Required,
            field.ShownWhen is not null || field.RequiredWhen is not null,
            field.Type is FieldType.Choice ? field.Multiple : null,
            isText && field.MaxLength > 0 ? field.MaxLength : null,
            field.Type is FieldType.Number or FieldType.Money ? field.Decimals : null,
            isRows ? field.MinRows : null,
            isRows ? field.MaxRows : null,
            field.Material,
            field.CodeTable is null
                ? null
                : [.. ChoiceOptions.Of(context, field).Select(option => new OptionView(option.Value, option.Text, option.Parent))],
            field.Fields.Count == 0 ? null : Fields(context, field.Fields));
    }

    private static List<string> Texts(IReadOnlyList<LocalizedText> texts) => [.. texts.Select(text => text.ToString())];

    private static string? Text(LocalizedText text) => text.IsBlank ? null : text.ToString();
}
