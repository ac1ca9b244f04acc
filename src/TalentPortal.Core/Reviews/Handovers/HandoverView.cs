using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Reviews.Handovers;

/// <summary>A person or a unit to choose.</summary>
/// <param name="Id">The account or the unit.</param>
/// <param name="Name">Its name; a person's with the unit.</param>
/// <param name="Open">How many open tasks it has.</param>
public sealed record HandoverChoice(Guid Id, LocalizedText Name, int Open);

/// <summary>An open task with what it becomes.</summary>
public sealed record HandoverTask
{
    /// <summary>The task.</summary>
    public required Guid TaskId { get; init; }

    /// <summary>The case's number.</summary>
    public required string Number { get; init; }

    /// <summary>The service item.</summary>
    public required LocalizedText ServiceItem { get; init; }

    /// <summary>The step.</summary>
    public required LocalizedText Step { get; init; }

    /// <summary>The unit where it lies.</summary>
    public required LocalizedText Unit { get; init; }

    /// <summary>Who has it; null for the pool.</summary>
    public required string? Holder { get; init; }

    /// <summary>Why it stays where it is; null when it goes, or while nobody is chosen to get it.</summary>
    public required Refusal? WhyNot { get; init; }
}

/// <summary>What the page of handovers shows.</summary>
public sealed record HandoverView
{
    /// <summary>People whose tasks can be handed over.</summary>
    public required IReadOnlyList<HandoverChoice> People { get; init; }

    /// <summary>Units whose tasks can be handed over.</summary>
    public required IReadOnlyList<HandoverChoice> Units { get; init; }

    /// <summary>People who could get the chosen tasks; empty before a choice.</summary>
    public IReadOnlyList<HandoverChoice> Receivers { get; init; } = [];

    /// <summary>Units that could get them; empty before a choice, and for a person's tasks.</summary>
    public IReadOnlyList<HandoverChoice> ReceivingUnits { get; init; } = [];

    /// <summary>The tasks.</summary>
    public IReadOnlyList<HandoverTask> Tasks { get; init; } = [];

    /// <summary>How many more there are than shown.</summary>
    public int More { get; init; }
}
