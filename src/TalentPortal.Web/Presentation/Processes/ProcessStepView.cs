namespace TalentPortal.Web.Presentation.Processes;

/// <summary>An activity in words.</summary>
public sealed record ProcessStepView
{
    /// <summary>The activity.</summary>
    public required string ActivityId { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What it is.</summary>
    public required ProcessStepKind Kind { get; init; }

    /// <summary>Where the instance stands with it.</summary>
    public ProcessStepState State { get; init; }

    /// <summary>How often it was begun.</summary>
    public int Times { get; init; }

    /// <summary>Working days spent here so far.</summary>
    public int WorkingDays { get; init; }

    /// <summary>Since when, last; null before.</summary>
    public DateOnly? FromOn { get; init; }

    /// <summary>Until when, last; null while it lasts.</summary>
    public DateOnly? ToOn { get; init; }

    /// <summary>What it came to last, in words; empty before, and where it can only be done.</summary>
    public string Outcome { get; init; } = "";

    /// <summary>Who has it now; empty where nobody has to act.</summary>
    public string Who { get; init; } = "";

    /// <summary>By when; null where nothing is promised.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>Whether the table tells of it: it was begun, or somebody will have to act.</summary>
    public bool HasFacts => State is not ProcessStepState.Ahead || Kind is ProcessStepKind.Wait;
}
