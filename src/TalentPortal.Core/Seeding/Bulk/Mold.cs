using System.Runtime.InteropServices;
using TalentPortal.Core.Cases;

namespace TalentPortal.Core.Seeding.Bulk;

/// <summary>Whose key stands in a slot.</summary>
internal enum MoldSlotKind
{
    /// <summary>A new one in every copy.</summary>
    New,

    /// <summary>An officer: in a copy, somebody who holds the same post.</summary>
    Officer,

    /// <summary>An applicant's account.</summary>
    Applicant,
}

/// <summary>A key of the mold.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct MoldSlot(MoldSlotKind Kind, Guid Id);

/// <summary>A row of the mold.</summary>
internal sealed record MoldRow(SpineTable Table, IReadOnlyList<MoldCell> Cells);

/// <summary>An entry of the mold's audit.</summary>
internal sealed record MoldEvent(
    MoldCell Operation, string Type, MoldCell Actor, string? Role, MoldCell.At At, MoldCell Facts, IReadOnlyList<MoldDigest> Digests);

/// <summary>A row's digest in an entry: the last one the mold's audit has of it.</summary>
/// <param name="Name">The row's name.</param>
/// <param name="Row">Which of the mold's rows.</param>
internal sealed record MoldDigest(MoldCell Name, int Row);

/// <summary>A case as a mold; the case is in slot 0.</summary>
internal sealed record Mold
{
    /// <summary>What its copies are.</summary>
    public required MoldRecipe Recipe { get; init; }

    /// <summary>Code of the service item, for numbers.</summary>
    public required string ItemCode { get; init; }

    /// <summary>Its keys.</summary>
    public required IReadOnlyList<MoldSlot> Slots { get; init; }

    /// <summary>Its rows, what is referred to before what refers to it.</summary>
    public required IReadOnlyList<MoldRow> Rows { get; init; }

    /// <summary>Its audit.</summary>
    public required IReadOnlyList<MoldEvent> Events { get; init; }

    /// <summary>When it was handed in or begun.</summary>
    public required DateTimeOffset BeganAt { get; init; }

    /// <summary>When the last thing happened to it.</summary>
    public required DateTimeOffset LastAt { get; init; }

    /// <summary>When something falls due by itself; null when nothing does.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>How many tasks wait.</summary>
    public int OpenTasks { get; init; }
}
