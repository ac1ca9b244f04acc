using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Core.TalentCards.Cards;
using TalentPortal.Core.TalentCards.Issuing;

namespace TalentPortal.Core.TalentCards.Handling;

/// <summary>Looks at the grounds of a locked card anew and says which one gives the level now.</summary>
public sealed class CardGrounds(BasisFinder finder)
{
    private const string Adds = "add";
    private const string Ends = "end";

    /// <summary>How a form names a ground to be added.</summary>
    public static string Adding(BasisKind kind, string code) => $"{Adds}:{kind}:{code}";

    /// <summary>How a form names a ground that holds no longer.</summary>
    public static string Ending(Guid basisId) => $"{Ends}:{basisId}";

    /// <summary>Ends recognitions that hold no longer and adds those that came since.</summary>
    public async Task RefreshAsync(CaseWork work, TalentCard card, BenefitCatalogue catalogue, DateOnly today, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(card);
        Refresh(work, await finder.RecognitionsAsync(work.Connection, catalogue, card.PersonId, ct), today);
    }

    /// <summary>The same with the recognitions that hold.</summary>
    internal static void Refresh(CaseWork work, IReadOnlyList<FoundBasis> held, DateOnly today)
    {
        var rows = work.Rows<CardBasis>();
        var known = rows.ToDictionary(row => row.Id);
        foreach (var row in Refreshed(known.Values, held, work.CaseId, today, work.Now))
        {
            if (!known.TryGetValue(row.Id, out var was)) rows.Add(row);
            else if (was != row) rows.Replace(row);
        }
    }

    /// <summary>Grounds as they are once recognitions that hold no longer are ended and those that came since are added.</summary>
    internal static IReadOnlyList<CardBasis> Refreshed(
        IReadOnlyCollection<CardBasis> rows, IReadOnlyList<FoundBasis> held, Guid cardId, DateOnly today, DateTimeOffset now)
    {
        var kept = rows.Select(row => row is { Kind: BasisKind.Recognition, EndedOn: null }
            && held.All(one => one.RecognitionId != row.RecognitionId)
            ? row.End(today) : row).ToList();
        var come = held.Where(one => !kept.Exists(row => row.RecognitionId == one.RecognitionId && row.EndedOn is null));
        return [.. kept, .. come.Select(one => CardBasis.Of(cardId, one, today, now))];
    }

    /// <summary>Adds or ends what a form named.</summary>
    /// <returns>Null where it was done.</returns>
    public static Refusal? Apply(CaseWork work, BenefitCatalogue catalogue, string change, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(change);
        var rows = work.Rows<CardBasis>();
        switch (change.Split(':'))
        {
            case [Adds, var name, var code] when Enum.TryParse<BasisKind>(name, out var kind) && kind is not BasisKind.Recognition
                && catalogue.LevelOf(kind, code) is { } level
                && !rows.Any(row => row.Kind == kind && row.Code == code && row.EndedOn is null):
                rows.Add(CardBasis.Of(work.CaseId, new FoundBasis(kind, code, level.Code, level.Rank, null, null, null), today, work.Now));
                return null;
            case [Ends, var key] when Guid.TryParse(key, out var id)
                && rows.FirstOrDefault(row => row.Id == id && row.EndedOn is null) is { } ended:
                rows.Replace(ended.End(today));
                return null;
            default:
                return new CardBasisUnknown();
        }
    }

    /// <summary>The ground that gives the level on a day, as a catalogue values it; null where none does.</summary>
    public static (CardBasis Basis, CardLevel Level)? Best(IEnumerable<CardBasis> bases, BenefitCatalogue catalogue, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(bases);
        var best = (from basis in bases
                    where basis.HoldsOn(day)
                    let level = catalogue.LevelOf(basis.Kind, basis.Code)
                    where level is not null
                    orderby level.Rank, basis.ValidTo ?? DateOnly.MaxValue descending, basis.RecordedAt, basis.Id
                    select (Basis: basis, Level: level)).FirstOrDefault();
        return best.Basis is null ? null : best;
    }
}
