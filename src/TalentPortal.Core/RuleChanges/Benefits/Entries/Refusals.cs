using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.RuleChanges.Benefits.Entries;

/// <summary>Another entry of the same kind bears the name.</summary>
public sealed record BenefitNameTaken : Refusal;

/// <summary>A text has too many letters.</summary>
/// <param name="Most">Most letters.</param>
public sealed record BenefitTextTooLong(int Most) : Refusal
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Most];
}

/// <summary>There is no such place among the levels.</summary>
public sealed record BenefitPlaceUnknown : Refusal;

/// <summary>Nothing was chosen.</summary>
public sealed record BenefitChoiceMissing : Refusal;

/// <summary>Every digit that stands for a level in card numbers was given once: no level can be added.</summary>
public sealed record BenefitNoDigit : Refusal;

/// <summary>What a released benefit is stays: uses were counted and sums paid under it.</summary>
public sealed record BenefitKindKept : Refusal;

/// <summary>What is counted needs a period.</summary>
public sealed record BenefitPeriodMissing : Refusal;

/// <summary>Only what is counted or paid has a period.</summary>
public sealed record BenefitPeriodUnneeded : Refusal;

/// <summary>What is counted needs a kind of venue.</summary>
public sealed record BenefitVenuesMissing : Refusal;

/// <summary>There is no such kind of venue.</summary>
public sealed record BenefitVenueKindUnknown : Refusal;

/// <summary>An entitlement needs the service that is applied for.</summary>
public sealed record BenefitServiceMissing : Refusal;

/// <summary>Only an entitlement names a service.</summary>
public sealed record BenefitServiceUnneeded : Refusal;

/// <summary>There is no such service.</summary>
public sealed record BenefitServiceUnknown : Refusal;

/// <summary>There is no such group or benefit to exclude.</summary>
public sealed record BenefitGroupUnknown : Refusal;

/// <summary>An amount stands beside a level that does not get the benefit.</summary>
public sealed record BenefitAmountUnticked : Refusal;

/// <summary>What is served first or applied for has no amount.</summary>
public sealed record BenefitAmountUnneeded : Refusal;

/// <summary>The amount is missing.</summary>
public sealed record BenefitAmountMissing : Refusal;

/// <summary>No ground gives a level any more: no card could be issued.</summary>
public sealed record BenefitNoGround : Refusal;

/// <summary>The last level cannot be retired.</summary>
public sealed record BenefitLastLevel : Refusal;

/// <summary>The draft says nothing else: it is given up, not emptied.</summary>
public sealed record BenefitNothingElse : Refusal;

/// <summary>The papers do not stand line by line in both languages.</summary>
/// <param name="Zh">Lines in Chinese.</param>
/// <param name="En">Lines in English.</param>
public sealed record BenefitDocumentsDiffer(int Zh, int En) : Refusal
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [Zh, En];
}

/// <summary>Benefits are had at venues of that kind.</summary>
/// <param name="Benefits">Their names.</param>
public sealed record BenefitVenueKindUsed(IReadOnlyList<LocalizedText> Benefits) : Refusal
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [string.Join(", ", Benefits)];
}

/// <summary>Benefits are for that level alone: nobody would get them.</summary>
/// <param name="Benefits">Their names.</param>
public sealed record BenefitOnlyForLevel(IReadOnlyList<LocalizedText> Benefits) : Refusal
{
    /// <inheritdoc/>
    public override IReadOnlyList<object> Arguments => [string.Join(", ", Benefits)];
}
