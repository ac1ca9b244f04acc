using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Reviews.Notes;

/// <summary>The note has no words.</summary>
public sealed record NoteMissing : Refusal;

/// <summary>The note is too long.</summary>
/// <param name="Most">Most characters.</param>
public sealed record NoteTooLong(int Most) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [Most];
}

/// <summary>The note mentions too many colleagues.</summary>
/// <param name="Most">How many it may.</param>
public sealed record TooManyMentioned(int Most) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [Most];
}

/// <summary>A colleague who is mentioned may not read the case; it has to be copied to him first.</summary>
public sealed record MentionedCannotRead : Refusal;
