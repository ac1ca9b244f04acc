namespace TalentPortal.Core.Catalogue;

/// <summary>What a new version of a service item changed.</summary>
public enum ItemChangeKind
{
    /// <summary>A question was added.</summary>
    FieldAdded,

    /// <summary>A question is no longer asked.</summary>
    FieldRemoved,

    /// <summary>A question must be answered now.</summary>
    FieldRequired,

    /// <summary>A question reads otherwise or takes other answers.</summary>
    FieldChanged,

    /// <summary>A material was added.</summary>
    MaterialAdded,

    /// <summary>A material is no longer asked for.</summary>
    MaterialRemoved,

    /// <summary>A material is asked for otherwise.</summary>
    MaterialChanged,

    /// <summary>Conditions, checks or the score table changed.</summary>
    Rules,

    /// <summary>The guide changed.</summary>
    Guide,
}

/// <summary>One change.</summary>
/// <param name="Kind">What kind.</param>
/// <param name="Label">Of which question or material; blank for rules and guide.</param>
public sealed record ItemChange(ItemChangeKind Kind, LocalizedText Label);
