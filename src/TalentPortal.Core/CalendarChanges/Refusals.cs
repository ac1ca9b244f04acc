using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.CalendarChanges;

/// <summary>The text is no calendar.</summary>
/// <param name="Line">The first line that can't be read, from 1.</param>
public sealed record CalendarUnreadable(int Line) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [Line];
}

/// <summary>A day lies in another year, is named twice, or is worked without being a weekend day.</summary>
/// <param name="Place">Which entry.</param>
public sealed record CalendarImpossible(string Place) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [Place];
}

/// <summary>No such layer is in force.</summary>
public sealed record CalendarLayerUnknown : Refusal;

/// <summary>It is not said which notice set the days.</summary>
/// <param name="Longest">Most characters.</param>
public sealed record CalendarSourceMissing(int Longest) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [Longest];
}

/// <summary>The actor may not change calendars.</summary>
public sealed record CalendarNotPermitted : Refusal;
