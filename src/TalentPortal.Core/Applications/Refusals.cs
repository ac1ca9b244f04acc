using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Catalogue.Rules;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Applications;

/// <summary>The application is not in a state that allows this.</summary>
/// <param name="Status">Where it is.</param>
/// <param name="Wanted">Where it was to go.</param>
public sealed record ApplicationNotInState(ApplicationStatus Status, ApplicationStatus Wanted) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [Status, Wanted];
}

/// <summary>The same person already has an open application for this service item.</summary>
public sealed record ApplicationAlreadyOpen : Refusal;

/// <summary>The draft was saved from another device meanwhile.</summary>
public sealed record DraftChangedElsewhere : Refusal;

/// <summary>The requirements changed while the draft was open, and its author has not looked over what changed.</summary>
/// <param name="Version">The version that holds now.</param>
public sealed record DraftNotLookedOver(int Version) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [Version];
}

/// <summary>There is no such service item.</summary>
public sealed record ServiceItemUnknown : Refusal;

/// <summary>The consent to the use of personal data was not given.</summary>
public sealed record ConsentMissing : Refusal;

/// <summary>The applicant acts for somebody else without a dated authority.</summary>
public sealed record MandateMissing : Refusal;

/// <summary>The ground for acting for somebody else is too short to be one, or too long.</summary>
/// <param name="Least">Least characters.</param>
/// <param name="Most">Most characters.</param>
public sealed record OnBehalfBasisNotValid(int Least, int Most) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [Least, Most];
}

/// <summary>The application was closed in the meantime.</summary>
public sealed record ApplicationAlreadyClosed : Refusal;

/// <summary>Nothing is asked of the applicant at the moment.</summary>
public sealed record NoOpenSupplement : Refusal;

/// <summary>Answers are missing or wrong; each is tied to its field.</summary>
/// <param name="Errors">In the order of the form.</param>
public sealed record AnswersInvalid(IReadOnlyList<FieldError> Errors) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [Errors.Count];
}

/// <summary>The citizen id belongs to a person with another account; who acts for somebody else says so and on what ground.</summary>
public sealed record SubjectIsSomebodyElse : Refusal;

/// <summary>This year's places are taken.</summary>
/// <param name="PerYear">How many there are.</param>
public sealed record YearlyQuotaReached(int PerYear) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [PerYear];
}

/// <summary>A material that was named is not the applicant's, was removed, or belongs to no file of this service item.</summary>
/// <param name="MaterialId">Which.</param>
public sealed record MaterialNotUsable(Guid MaterialId) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [MaterialId];
}

/// <summary>A condition of eligibility is not met; each comes with its sentence.</summary>
/// <param name="Result">All findings.</param>
public sealed record NotEligible(EligibilityResult Result) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [Result.Failed.First().Sentence];
}
