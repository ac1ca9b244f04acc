using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Localization;
using TalentPortal.Web.Presentation.Texts;

namespace TalentPortal.Web.Presentation.Fields;

/// <summary>What a model property and the model state say about its field.</summary>
internal sealed class ModelFacts(ModelExpression property, ViewContext view, IStringLocalizer texts)
{
    private readonly ModelMetadata metadata = property.Metadata;

    public string Name { get; } = view.ViewData.TemplateInfo.GetFullHtmlFieldName(property.Name);

    public string Label => metadata.GetDisplayName();

    public bool IsRequired => metadata.IsRequired && metadata.UnderlyingOrModelType != typeof(bool);

    public string? Error => Entry?.Errors is [var first, ..] ? first.ErrorMessage : null;

    /// <summary>What was typed, when the form comes back; else the model's value.</summary>
    public IReadOnlyList<string> Values => Entry?.RawValue switch
    {
        string typed => [typed],
        string[] several => several,
        _ => property.Model is IEnumerable list and not string
            ? [.. list.Cast<object?>().Select(Send)]
            : property.Model is null ? [] : [Send(property.Model)],
    };

    public int? MaxLength => metadata.ValidatorMetadata.Select(check => check switch
    {
        StringLengthAttribute length => length.MaximumLength,
        MaxLengthAttribute { Length: > 0 } length => length.Length,
        _ => (int?)null,
    }).FirstOrDefault(most => most is not null);

    public IReadOnlyList<FieldOption> Options => !metadata.IsEnum ? []
        : [.. Enum.GetValues(metadata.UnderlyingOrModelType).Cast<Enum>().Select(e => new FieldOption(e.ToString(), texts.Of(e)))];

    private ModelStateEntry? Entry => view.ViewData.ModelState.GetValueOrDefault(Name);

    public FieldControl Control(bool hasOptions)
    {
        var type = metadata.UnderlyingOrModelType;
        if (metadata.IsEnum || hasOptions) return metadata.IsEnumerableType ? FieldControl.Checks : FieldControl.Select;
        if (type == typeof(bool)) return FieldControl.Checkbox;
        if (type == typeof(DateOnly)) return FieldControl.Date;
        if (type == typeof(int) || type == typeof(long) || type == typeof(decimal) || type == typeof(double)) return FieldControl.Number;
        return metadata.DataTypeName switch
        {
            nameof(DataType.Password) => FieldControl.Password,
            nameof(DataType.EmailAddress) => FieldControl.Email,
            nameof(DataType.PhoneNumber) => FieldControl.Phone,
            nameof(DataType.MultilineText) => FieldControl.TextArea,
            nameof(DataType.Date) => FieldControl.Date,
            _ => FieldControl.Text,
        };
    }

    /// <summary>A value as the browser sends it back.</summary>
    private static string Send(object? value) => value switch
    {
        null => "",
        DateOnly day => DisplayFormat.Machine(day),
        bool yes => yes ? "true" : "false",
        IFormattable formattable => formattable.ToString(format: null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
