using TalentPortal.Core.Catalogue;

namespace TalentPortal.Core.Reviews.Absences;

/// <summary>An absence as lists show it.</summary>
public sealed record AbsenceRow
{
    /// <summary>The absence.</summary>
    public required Guid Id { get; init; }

    /// <summary>Who is away.</summary>
    public required string Who { get; init; }

    /// <summary>Who stands in.</summary>
    public required string StandIn { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly FromOn { get; init; }

    /// <summary>Last day.</summary>
    public required DateOnly ToOn { get; init; }

    /// <summary>The service items that it covers; null for all.</summary>
    public required IReadOnlyList<LocalizedText>? Items { get; init; }

    /// <summary>Where it stands: coming, now, over, or ended early.</summary>
    public required AbsenceState State { get; init; }

    /// <summary>Whether the reader may end it.</summary>
    public required bool MayEnd { get; init; }
}

/// <summary>Where an absence stands.</summary>
public enum AbsenceState
{
    /// <summary>It has not begun.</summary>
    Coming,

    /// <summary>It holds today.</summary>
    Now,

    /// <summary>Its last day has gone by.</summary>
    Over,

    /// <summary>It was ended before its last day.</summary>
    EndedEarly,
}

/// <summary>Somebody to choose.</summary>
/// <param name="Id">The account.</param>
/// <param name="Name">The name.</param>
/// <param name="Unit">The unit.</param>
public sealed record AbsencePerson(Guid Id, string Name, LocalizedText Unit);

/// <summary>What the page of absences shows.</summary>
/// <param name="About">Whose absence is entered.</param>
/// <param name="People">For whom the reader may enter one, himself first.</param>
/// <param name="StandIns">Those who hold the same roles.</param>
/// <param name="Items">The service items that can be chosen.</param>
/// <param name="Rows">Absences of these people and those in which the reader stands in, the latest first.</param>
public sealed record AbsenceView(AbsencePerson About, IReadOnlyList<AbsencePerson> People, IReadOnlyList<AbsencePerson> StandIns,
    IReadOnlyList<(string Code, LocalizedText Name)> Items, IReadOnlyList<AbsenceRow> Rows);
