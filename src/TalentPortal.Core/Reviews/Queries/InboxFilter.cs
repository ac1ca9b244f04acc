using TalentPortal.Core.Calendar;

namespace TalentPortal.Core.Reviews.Queries;

/// <summary>Whose open tasks an inbox shows.</summary>
public enum InboxScope
{
    /// <summary>Taken by the reader, or assigned to the reader by name.</summary>
    Mine,

    /// <summary>Free for anyone of a unit in which the reader holds the task's role.</summary>
    Pool,

    /// <summary>Taken by colleagues of such a unit.</summary>
    Colleagues,
}

/// <summary>What an inbox is narrowed to.</summary>
/// <param name="Scope">Whose tasks.</param>
/// <param name="ServiceItem">Code of a service item; null for all.</param>
/// <param name="Step">Code of a step; null for all.</param>
/// <param name="TownId">The town that checks the case; null for all.</param>
/// <param name="Light">How the task's time stands; null for all.</param>
public sealed record InboxFilter(
    InboxScope Scope, string? ServiceItem = null, string? Step = null, Guid? TownId = null, Light? Light = null)
{
    /// <summary>Whether anything beside the scope narrows it.</summary>
    public bool IsNarrow => ServiceItem is not null || Step is not null || TownId is not null || Light is not null;

    /// <summary>Reads what <see cref="ToString"/> wrote; null when it is anything else.</summary>
    public static InboxFilter? TryParse(string? text)
    {
        if (text?.Split('~') is not [var scope, .. var rest] || rest.Length is not (0 or 4) || !Enum.TryParse(scope, out InboxScope whose)
            || !Enum.IsDefined(whose))
            return null;
        if (rest is not [var item, var step, var town, var light]) return new InboxFilter(whose);
        return new InboxFilter(whose, Word(item), Word(step), Guid.TryParseExact(town, "N", out var id) ? id : null,
            Enum.TryParse(light, out Light stands) && Enum.IsDefined(stands) ? stands : null);
    }

    /// <inheritdoc/>
    public override string ToString() => IsNarrow ? $"{Scope}~{ServiceItem}~{Step}~{TownId:N}~{Light}" : Scope.ToString();

    private static string? Word(string text) =>
        text.Length is > 0 and <= 60 && !text.Contains('\0', StringComparison.Ordinal) ? text : null;
}
