using TalentPortal.Core.TalentCards.Statements;
using TalentPortal.Core.TalentCards.Venues;
using Xunit;

namespace TalentPortal.Core.Tests.TalentCards.Statements;

/// <summary>What a statement adds up to, and the checksum that shows whether anything of it was changed.</summary>
public sealed class StatementSumsTests
{
    private static readonly Guid Venue = new("0197a000-0000-7000-8000-000000000001");

    private static readonly StatementEntry[] Entries =
    [
        Entry(1, StatementEntryKind.Use, 1, "scenic", "D", 30),
        Entry(2, StatementEntryKind.Use, 1, "scenic", "A", 30),
        Entry(3, StatementEntryKind.TakenBack, 0, "scenic", "D", 0),
        Entry(4, StatementEntryKind.LateUse, 1, "gym", "D", 20.5m),
        Entry(5, StatementEntryKind.LateReversal, -1, "scenic", "D", -30),
    ];

    [Fact]
    public void Of_CorrectionsCountWithTheirSign() => Assert.Equal(new StatementSums(2, 1, 2, 50.5m), StatementSums.Of(Entries));

    [Fact]
    public void Lines_GoByBenefitAndLevel_AndAddUpToTheSums()
    {
        var lines = StatementSums.Lines(Entries);
        Assert.Equal([new StatementLine("gym", "D", 1, 0, 20.5m), new StatementLine("scenic", "A", 1, 0, 30), new StatementLine("scenic", "D", 0, 1, 0)], lines);
        Assert.Equal(StatementSums.Of(Entries).Waived, lines.Sum(line => line.Waived));
    }

    [Fact]
    public void Checksum_ChangesWithAnything_ButNotWithTheOrder()
    {
        string Of(string number = "DZ202603-00001", int month = 3, params StatementEntry[] entries) =>
            StatementSums.Checksum(number, Venue, new DateOnly(2026, month, 1), entries.Length == 0 ? Entries : entries);
        var sum = Of();
        Assert.Matches("^[0-9a-f]{64}$", sum);
        Assert.Equal(sum, Of(entries: [.. Entries.Reverse()]));
        Assert.NotEqual(sum, Of("DZ202603-00002"));
        Assert.NotEqual(sum, Of(month: 4));
        Assert.NotEqual(sum, Of(entries: [.. Entries.Skip(1)]));
        Assert.NotEqual(sum, Of(entries: [Entries[0] with { Waived = 31 }, .. Entries.Skip(1)]));
    }

    private static StatementEntry Entry(byte number, StatementEntryKind kind, int counts, string benefit, string level, decimal waived) =>
        new(new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, number), kind, counts, benefit, level, waived);
}
