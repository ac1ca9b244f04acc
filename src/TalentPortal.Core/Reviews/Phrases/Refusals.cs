using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Reviews.Phrases;

/// <summary>The phrase has no words.</summary>
public sealed record PhraseMissing : Refusal;

/// <summary>The phrase is too long.</summary>
/// <param name="Most">Most characters.</param>
public sealed record PhraseTooLong(int Most) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [Most];
}

/// <summary>The officer keeps this phrase already.</summary>
public sealed record PhraseKeptAlready : Refusal;

/// <summary>The officer keeps as many phrases as anybody can survey.</summary>
/// <param name="Most">How many.</param>
public sealed record TooManyPhrases(int Most) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [Most];
}

/// <summary>Only the head of a unit offers a phrase to the whole unit.</summary>
public sealed record PhraseSharedByHeadOnly : Refusal;
