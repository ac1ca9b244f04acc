namespace TalentPortal.Web.Presentation.Views;

/// <summary>One step of a case with its days: what the step bar shows, as a row of a table.</summary>
public sealed record StepDaysView
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Who acts in it, as the guide says.</summary>
    public required string Actor { get; init; }

    /// <summary>Where it stands.</summary>
    public required StepState State { get; init; }

    /// <summary>When it was first begun; null when it was not.</summary>
    public DateOnly? FromOn { get; init; }

    /// <summary>When it was last left; null while it lasts, or was not begun.</summary>
    public DateOnly? ToOn { get; init; }

    /// <summary>By when it has to be done; null unless the case is in it and it has a day.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>Working days spent in it so far, returns included; null when it was not begun.</summary>
    public int? WorkingDays { get; init; }
}
