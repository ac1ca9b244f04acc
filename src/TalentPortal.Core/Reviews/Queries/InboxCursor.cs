using System.Globalization;

namespace TalentPortal.Core.Reviews.Queries;

/// <summary>The key after which a page begins: due day and task. New tasks before it do not move what follows.</summary>
/// <param name="DueOn">Due day of the last task shown; null among tasks without a limit, which come last.</param>
/// <param name="TaskId">The last task shown.</param>
public sealed record InboxCursor(DateOnly? DueOn, Guid TaskId)
{
    private const string Format = "yyyyMMdd";
    private const string NoLimit = "none";

    /// <summary>Reads what <see cref="ToString"/> wrote; null when it is anything else.</summary>
    public static InboxCursor? TryParse(string? text)
    {
        if (text?.Split('.') is not [var due, var id] || !Guid.TryParseExact(id, "N", out var task)) return null;
        if (string.Equals(due, NoLimit, StringComparison.Ordinal)) return new InboxCursor(DueOn: null, task);
        return DateOnly.TryParseExact(due, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)
            ? new InboxCursor(on, task)
            : null;
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"{DueOn?.ToString(Format, CultureInfo.InvariantCulture) ?? NoLimit}.{TaskId:N}";
}
