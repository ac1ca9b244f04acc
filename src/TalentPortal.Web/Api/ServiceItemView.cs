using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Forms;

namespace TalentPortal.Web.Api;

/// <summary>What can be applied for.</summary>
/// <param name="Items">In the order of their codes.</param>
internal sealed record ServiceItemList(IReadOnlyList<ServiceItemSummary> Items);

/// <summary>A service item in a list.</summary>
/// <param name="Code">Code of 8 letters and digits.</param>
/// <param name="Key">Readable key; either names the item.</param>
/// <param name="Version">Version.</param>
/// <param name="Name">Name, in the caller's language.</param>
/// <param name="Summary">What one gets out of it.</param>
/// <param name="Audience">Who may be the subject.</param>
/// <param name="PromisedWorkingDays">Within how many working days it is decided.</param>
/// <param name="IsOpen">Whether applications are taken today.</param>
internal sealed record ServiceItemSummary(
    string Code, string Key, int Version, string Name, string Summary, IReadOnlyList<Audience> Audience,
    int PromisedWorkingDays, bool IsOpen);

/// <summary>A service item with all that an application needs; texts in the caller's language.</summary>
/// <param name="Item">The item.</param>
/// <param name="Guide">The guide.</param>
/// <param name="Sections">The form.</param>
/// <param name="Materials">The materials.</param>
internal sealed record ServiceItemView(
    ServiceItemSummary Item, GuideView Guide, IReadOnlyList<SectionView> Sections, IReadOnlyList<MaterialRuleView> Materials);

/// <summary>What to read before applying.</summary>
/// <param name="WhoMay">Who may apply.</param>
/// <param name="WhoMayNot">Who may not.</param>
/// <param name="Steps">The steps.</param>
/// <param name="Fee">What it costs.</param>
/// <param name="Result">What one has in hand at the end.</param>
/// <param name="Appeal">What one may do against a refusal.</param>
internal sealed record GuideView(
    IReadOnlyList<string> WhoMay, IReadOnlyList<string> WhoMayNot, IReadOnlyList<GuideStepView> Steps, string Fee,
    string Result, string Appeal);

/// <summary>A step of the guide.</summary>
/// <param name="Code">Code; tasks and applications name it.</param>
/// <param name="Name">Name.</param>
/// <param name="Actor">Who acts.</param>
internal sealed record GuideStepView(string Code, string Name, string Actor);

/// <summary>A section of the form.</summary>
/// <param name="Code">Code.</param>
/// <param name="Title">Title.</param>
/// <param name="Fields">Its fields.</param>
internal sealed record SectionView(string Code, string Title, IReadOnlyList<FormFieldView> Fields);

/// <summary>A field of the form; what does not apply to its type is null.</summary>
/// <param name="Code">Its name in <c>answers</c>.</param>
/// <param name="Type">What it asks for, which decides the JSON value: text, number, true or false, an object, a list of objects.</param>
/// <param name="Label">Label.</param>
/// <param name="Help">A hint.</param>
/// <param name="Required">Whether an answer is needed whenever the field is shown.</param>
/// <param name="Conditional">Whether other answers decide if it is shown or required.</param>
/// <param name="Multiple">Whether several codes may be chosen.</param>
/// <param name="MaxLength">Most characters.</param>
/// <param name="Decimals">Most decimals.</param>
/// <param name="MinRows">Fewest rows.</param>
/// <param name="MaxRows">Most rows.</param>
/// <param name="Material">The material whose files it takes; they are uploaded, not answered.</param>
/// <param name="Options">Codes to choose from.</param>
/// <param name="Fields">Fields of a block or row.</param>
internal sealed record FormFieldView(
    string Code, FieldType Type, string Label, string? Help, bool Required, bool Conditional, bool? Multiple,
    int? MaxLength, int? Decimals, int? MinRows, int? MaxRows, string? Material, IReadOnlyList<OptionView>? Options,
    IReadOnlyList<FormFieldView>? Fields);

/// <summary>A code to choose.</summary>
/// <param name="Code">The code.</param>
/// <param name="Label">Its label.</param>
/// <param name="Parent">The code of the parent field under which it is offered; null where there is none.</param>
internal sealed record OptionView(string Code, string Label, string? Parent);

/// <summary>A proof that an application needs.</summary>
/// <param name="Code">Code, for <c>material</c> of <c>POST materials</c>.</param>
/// <param name="Name">Name.</param>
/// <param name="Help">What exactly is wanted.</param>
/// <param name="Required">Whether it is always needed.</param>
/// <param name="FileTypes">Accepted extensions.</param>
/// <param name="MaxBytes">Largest size of one file.</param>
/// <param name="MaxCount">Most files.</param>
internal sealed record MaterialRuleView(
    string Code, string Name, string? Help, bool Required, IReadOnlyList<string> FileTypes, long MaxBytes, int MaxCount);
