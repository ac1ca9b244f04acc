using Microsoft.AspNetCore.Mvc.Rendering;
using TalentPortal.Core.Catalogue.Rules;

namespace TalentPortal.Web.Presentation.Fields;

/// <summary>
/// All that a field shows. Pages with a model use <c>&lt;field for="…"&gt;</c>, which fills it; forms that are data build it themselves
/// and use <c>&lt;field view="…"&gt;</c>.
/// </summary>
public sealed record FieldView
{
    /// <summary>The HTML name, as the server binds it.</summary>
    public required string Name { get; init; }

    /// <summary>The path by which conditions name it; null when that is the name.</summary>
    public string? Path { get; init; }

    /// <summary>What is asked.</summary>
    public required string Label { get; init; }

    /// <summary>How to answer; null for none.</summary>
    public string? Hint { get; init; }

    /// <summary>What is wrong; null when nothing is.</summary>
    public string? Error { get; init; }

    /// <summary>The control.</summary>
    public FieldControl Control { get; init; } = FieldControl.Text;

    /// <summary>The values as they are sent: one, or several for <see cref="FieldControl.Checks"/>.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>The first value; null when there is none.</summary>
    internal string? Value => Values is [var first, ..] ? first : null;

    /// <summary>The choices of a list, radios or checks.</summary>
    public IReadOnlyList<FieldOption> Options { get; init; } = [];

    /// <summary>The path of the field whose answer narrows the options; null for none.</summary>
    public string? ParentPath { get; init; }

    /// <summary>Whether it must be answered; the others carry the mark "optional".</summary>
    public bool IsRequired { get; init; }

    /// <summary>Known from elsewhere: tinted and not to be edited here.</summary>
    public bool IsKnown { get; init; }

    /// <summary>Where a known value comes from, in words; null for none.</summary>
    public string? Source { get; init; }

    /// <summary>Where to tell that it is wrong, or to change it; null for none.</summary>
    public string? SourceHref { get; init; }

    /// <summary>The words of that link; null for "Not right? Tell us".</summary>
    public string? SourceAction { get; init; }

    /// <summary>The unit after the control; null for none.</summary>
    public string? Unit { get; init; }

    /// <summary>The token of the <c>autocomplete</c> attribute; null for none.</summary>
    public string? Autocomplete { get; init; }

    /// <summary>The keyboard of phones (numeric, decimal, tel …); null to follow the control.</summary>
    public string? InputMode { get; init; }

    /// <summary>The most characters; null for no limit.</summary>
    public int? MaxLength { get; init; }

    /// <summary>Lines of a text area.</summary>
    public int Rows { get; init; } = 3;

    /// <summary>Whether the control is narrow, for short values.</summary>
    public bool IsShort { get; init; }

    /// <summary>What must hold for it to be shown; null for always. The server decides; browsers follow if they can.</summary>
    public Condition? ShownWhen { get; init; }

    /// <summary>What must hold for the field to be required; null when <see cref="IsRequired"/> says it.</summary>
    public Condition? RequiredWhen { get; init; }

    /// <summary>The element's id: what error links lead to. Hint, error and source end in -h, -e and -s.</summary>
    public string Id => IdOf(Name);

    /// <summary>The id of a field by its HTML name.</summary>
    public static string IdOf(string name) => TagBuilder.CreateSanitizedId(name, "_");

    /// <summary>The ids that describe the control; null when nothing does.</summary>
    internal string? DescribedBy
    {
        get
        {
            string?[] ids = [Hint is null ? null : Id + "-h", Error is null ? null : Id + "-e", Source is null ? null : Id + "-s"];
            var present = string.Join(' ', ids.Where(id => id is not null));
            return present.Length == 0 ? null : present;
        }
    }
}
