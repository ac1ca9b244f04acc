using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Definitions;

/// <summary>There is no such version any more.</summary>
public sealed record DefinitionGone : Refusal;

/// <summary>What a version is by now does not allow this: somebody was faster.</summary>
public sealed record DefinitionStateChanged : Refusal;

/// <summary>The same person may not bring a version in and publish it.</summary>
public sealed record PublisherIsAuthor : Refusal;

/// <summary>Something speaks against the version since it was checked.</summary>
/// <param name="Count">How many findings.</param>
public sealed record DefinitionHasFindings(int Count) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [Count];
}

/// <summary>New cases begin on this version: another one has to be put in its place first.</summary>
/// <param name="Users">The service items and definitions.</param>
public sealed record DefinitionInUse(string Users) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [Users];
}

/// <summary>The service item is handled by this version already.</summary>
public sealed record DefinitionUsedAlready : Refusal;

/// <summary>The service item is not handled by this definition.</summary>
public sealed record ServiceItemOfOtherDefinition : Refusal;

/// <summary>The guide of the service item lacks steps that the version names.</summary>
/// <param name="Steps">Their codes.</param>
public sealed record GuideLacksSteps(string Steps) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [Steps];
}
