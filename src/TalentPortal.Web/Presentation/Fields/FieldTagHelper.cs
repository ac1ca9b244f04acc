using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using TalentPortal.Core.Catalogue.Rules;

namespace TalentPortal.Web.Presentation.Fields;

/// <summary>
/// <c>&lt;field for="Input.Scale" hint unit /&gt;</c> or <c>&lt;field view="…" /&gt;</c>: one question with everything around it.
/// Content replaces the control; it then takes the id <see cref="FieldView.IdOf"/> and describes itself by id-h and id-e.
/// </summary>
[HtmlTargetElement("field")]
public sealed class FieldTagHelper(IStringLocalizer texts) : TagHelper
{
    /// <summary>The model property; name, label, value, error, length and whether it is required come from it.</summary>
    public ModelExpression? For { get; set; }

    /// <summary>The whole field, for forms that are data.</summary>
    public FieldView? View { get; set; }

    /// <summary>What is asked; null for the property's display name.</summary>
    public string? Label { get; set; }

    /// <summary>How to answer.</summary>
    public string? Hint { get; set; }

    /// <summary>The control; by default it follows from the property.</summary>
    public FieldControl Control { get; set; }

    /// <summary>The choices; an enum property brings its own.</summary>
    public IReadOnlyList<FieldOption>? Options { get; set; }

    /// <summary>Whether it must be answered; null to follow the property.</summary>
    public bool? Required { get; set; }

    /// <summary>Known from elsewhere, not to be edited here.</summary>
    public bool Known { get; set; }

    /// <summary>Where a known value comes from.</summary>
    public string? Source { get; set; }

    /// <summary>Where to tell that it is wrong.</summary>
    public string? SourceHref { get; set; }

    /// <summary>The words of that link.</summary>
    public string? SourceAction { get; set; }

    /// <summary>The unit after the control.</summary>
    public string? Unit { get; set; }

    /// <summary>The <c>autocomplete</c> token.</summary>
    public string? Autocomplete { get; set; }

    /// <summary>The keyboard of phones.</summary>
    public string? InputMode { get; set; }

    /// <summary>Lines of a text area.</summary>
    public int Rows { get; set; } = 3;

    /// <summary>Whether the control is narrow.</summary>
    public bool Short { get; set; }

    /// <summary>What must hold for it to be shown; null for always.</summary>
    public Condition? ShownWhen { get; set; }

    /// <summary>What must hold for it to be required; null when nothing else makes it so.</summary>
    public Condition? RequiredWhen { get; set; }

    /// <summary>The view being rendered.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var content = await output.GetChildContentAsync();
        var field = View ?? OfModel(For ?? throw new InvalidOperationException("A field needs 'for' or 'view'."));
        output.Become(FieldMarkup.Draw(field, texts, content.IsEmptyOrWhiteSpace ? null : content));
    }

    private FieldView OfModel(ModelExpression property)
    {
        var facts = new ModelFacts(property, ViewContext, texts);
        var control = Control is FieldControl.Auto ? facts.Control(Options is not null) : Control;
        return new FieldView
        {
            Name = facts.Name,
            Label = Label ?? facts.Label,
            Hint = Hint,
            Error = facts.Error,
            Control = control,
            Values = facts.Values,
            Options = Options ?? facts.Options,
            IsRequired = Required ?? facts.IsRequired,
            IsKnown = Known,
            Source = Source,
            SourceHref = SourceHref,
            SourceAction = SourceAction,
            Unit = Unit,
            Autocomplete = Autocomplete,
            InputMode = InputMode,
            MaxLength = facts.MaxLength,
            Rows = Rows,
            IsShort = Short,
            ShownWhen = ShownWhen,
            RequiredWhen = RequiredWhen,
        };
    }
}
