using TalentPortal.Core.Catalogue.Rules;
using TalentPortal.Core.Files;

namespace TalentPortal.Core.Catalogue.Materials;

/// <summary>A proof that an application needs: what it is, who supplies it, and when it is needed.</summary>
public sealed record MaterialRule
{
    /// <summary>Code, unique within the item.</summary>
    public required string Code { get; init; }

    /// <summary>Name as the applicant knows it.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>What exactly is wanted, in a sentence.</summary>
    public LocalizedText Help { get; init; } = LocalizedText.Empty;

    /// <summary>
    /// Whether the applicant uploads it; otherwise the portal or an officer obtains it (the guide's "nothing to hand in").
    /// </summary>
    public required bool UploadedByApplicant { get; init; }

    /// <summary>Accepted file extensions without dot, lower case.</summary>
    public required IReadOnlyList<string> FileTypes { get; init; }

    /// <summary>Largest size of one file in bytes.</summary>
    public required long MaxBytes { get; init; }

    /// <summary>Fewest files when the material is required.</summary>
    public required int MinCount { get; init; }

    /// <summary>Most files.</summary>
    public required int MaxCount { get; init; }

    /// <summary>How far it is trusted.</summary>
    public required TrustLevel Trust { get; init; }

    /// <summary>When it is needed; null: always.</summary>
    public Condition? RequiredWhen { get; init; }

    /// <summary>Whether it may be left out altogether, whatever <see cref="RequiredWhen"/> says.</summary>
    public bool Optional { get; init; }

    /// <summary>A filled sample to look at; empty when there is none.</summary>
    public string Sample { get; init; } = string.Empty;

    /// <summary>Paths of the fields that it proves.</summary>
    public IReadOnlyList<string> Proves { get; init; } = [];

    /// <summary>Whether experts, who score without names, may open it.</summary>
    public bool VisibleToExperts { get; init; }

    /// <summary>Whether it may be handed in later against a promise.</summary>
    public bool MayFollowLater { get; init; }
}
