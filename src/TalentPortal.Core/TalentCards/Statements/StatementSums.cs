using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TalentPortal.Core.TalentCards.Venues;

namespace TalentPortal.Core.TalentCards.Statements;

/// <summary>What a statement's entries add up to. Pure.</summary>
/// <param name="Uses">Uses that count, corrections of earlier months among them.</param>
/// <param name="TakenBack">Uses of the month that were taken back.</param>
/// <param name="Late">Corrections of earlier months.</param>
/// <param name="Waived">What holders did not pay, in yuan.</param>
public sealed record StatementSums(int Uses, int TakenBack, int Late, decimal Waived)
{
    /// <summary>Adds entries up.</summary>
    public static StatementSums Of(IReadOnlyCollection<StatementEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return new StatementSums(entries.Sum(one => one.Counts), entries.Count(one => one.Kind is StatementEntryKind.TakenBack),
            entries.Count(one => one.Kind is StatementEntryKind.LateUse or StatementEntryKind.LateReversal),
            entries.Sum(one => one.Waived));
    }

    /// <summary>Benefit by benefit and level by level.</summary>
    public static IReadOnlyList<StatementLine> Lines(IEnumerable<StatementEntry> entries) =>
        [.. from entry in entries
            group entry by (entry.Benefit, entry.Level) into line
            orderby line.Key.Benefit, line.Key.Level
            select new StatementLine(line.Key.Benefit, line.Key.Level, line.Sum(one => one.Counts),
                line.Count(one => one.Kind is StatementEntryKind.TakenBack),
                line.Sum(one => one.Waived))];

    /// <summary>The checksum of a statement: whoever holds the paper can tell whether the portal's one is the same.</summary>
    public static string Checksum(string number, Guid venueId, DateOnly month, IEnumerable<StatementEntry> entries)
    {
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"{number}|{venueId:N}|{month:yyyy-MM}\n"));
        foreach (var one in entries.OrderBy(one => one.RedemptionId))
            text.Append(CultureInfo.InvariantCulture,
                $"{one.RedemptionId:N}|{one.Kind}|{one.Counts}|{one.Benefit}|{one.Level}|{one.Waived:0.00}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
