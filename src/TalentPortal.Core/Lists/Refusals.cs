using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Lists;

/// <summary>The filter has no name.</summary>
public sealed record FilterNameMissing : Refusal;

/// <summary>The filter's name is too long.</summary>
/// <param name="Most">Most characters.</param>
public sealed record FilterNameTooLong(int Most) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [Most];
}

/// <summary>Another filter of this list has the name already.</summary>
public sealed record FilterNameTaken : Refusal;

/// <summary>As many filters of this list are kept as anybody can survey.</summary>
/// <param name="Most">How many.</param>
public sealed record TooManyFilters(int Most) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [Most];
}

/// <summary>There is no such filter, or it is somebody else's.</summary>
public sealed record FilterNotFound : Refusal;

/// <summary>It was not said what the export is for.</summary>
public sealed record ExportPurposeMissing : Refusal;

/// <summary>The list is longer than what may leave the portal in one sheet.</summary>
/// <param name="Most">Most rows.</param>
public sealed record ListTooLong(int Most) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [Most];
}
