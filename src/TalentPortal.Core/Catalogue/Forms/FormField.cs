using TalentPortal.Core.Catalogue.Rules;

namespace TalentPortal.Core.Catalogue.Forms;

/// <summary>One field of a form. Which properties count depends on <see cref="Type"/>; the reader refuses those that do not.</summary>
public sealed record FormField
{
    /// <summary>Code, unique on its level: letters and digits, beginning with a lower-case letter.</summary>
    public required string Code { get; init; }

    /// <summary>What it asks for.</summary>
    public required FieldType Type { get; init; }

    /// <summary>Label, always visible.</summary>
    public required LocalizedText Label { get; init; }

    /// <summary>A hint under the label; may be empty.</summary>
    public LocalizedText Help { get; init; } = LocalizedText.Empty;

    /// <summary>Unit behind the control; may be empty.</summary>
    public LocalizedText Unit { get; init; } = LocalizedText.Empty;

    /// <summary>Whether an answer is needed whenever the field is shown.</summary>
    public bool Required { get; init; }

    /// <summary>When an answer is needed; adds to <see cref="Required"/>.</summary>
    public Condition? RequiredWhen { get; init; }

    /// <summary>When the field is shown; null: always. A hidden field is neither required nor kept.</summary>
    public Condition? ShownWhen { get; init; }

    /// <summary>Least number or earliest date.</summary>
    public ValueExpression? Min { get; init; }

    /// <summary>Greatest number or latest date.</summary>
    public ValueExpression? Max { get; init; }

    /// <summary>Most decimals of a number, 0–6.</summary>
    public int Decimals { get; init; }

    /// <summary>Most characters (UTF-16 code units) of a text.</summary>
    public int MaxLength { get; init; }

    /// <summary>Pattern of a text.</summary>
    public SafePattern? Pattern { get; init; }

    /// <summary>Code table of a choice or region.</summary>
    public string? CodeTable { get; init; }

    /// <summary>Which entries of the code table a choice offers.</summary>
    public ChoicePick Pick { get; init; }

    /// <summary>Path of the field whose answer is the parent of this choice.</summary>
    public string? ParentField { get; init; }

    /// <summary>Region code under which a region must lie; null: anywhere.</summary>
    public string? Within { get; init; }

    /// <summary>Digits of a region's code: 9 for a town, 12 for a village.</summary>
    public int RegionDigits { get; init; }

    /// <summary>Whether several codes may be chosen.</summary>
    public bool Multiple { get; init; }

    /// <summary>Fields of a person block or of each row.</summary>
    public IReadOnlyList<FormField> Fields { get; init; } = [];

    /// <summary>Fewest rows where rows are required.</summary>
    public int MinRows { get; init; }

    /// <summary>Most rows.</summary>
    public int MaxRows { get; init; }

    /// <summary>Material whose files a file field takes.</summary>
    public string? Material { get; init; }

    /// <summary>Where a first answer may come from (<c>account.name</c>, <c>registry.enterprise</c> …); null: from nowhere.</summary>
    public string? Prefill { get; init; }

    /// <summary>How answers must be guarded.</summary>
    public Sensitivity Sensitivity { get; init; }

    /// <summary>What the answer is needed for (PIPL art. 17); required of personal and sensitive fields.</summary>
    public LocalizedText Purpose { get; init; } = LocalizedText.Empty;

    /// <summary>Whether experts, who score without names, see the answer.</summary>
    public bool VisibleToExperts { get; init; }

    /// <summary>What kind of secret a sensitive answer is.</summary>
    public SecretKind SecretKind => Type switch
    {
        FieldType.CitizenId => SecretKind.CitizenId,
        FieldType.Phone => SecretKind.Phone,
        FieldType.BankAccount => SecretKind.BankAccount,
        _ => SecretKind.Other,
    };
}
