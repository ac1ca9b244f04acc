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
        var held = await finder.RecognitionsAsync(work.Connection, catalogue, card.PersonId, ct);
        var rows = work.Rows<CardBasis>();
        foreach (var gone in rows.Where(row => row is { Kind: BasisKind.Recognition, EndedOn: null } && !held.Exists(one => one.RecognitionId == row.RecognitionId)).ToList())
            rows.Replace(gone.End(today));
        foreach (var come in held.Where(one => !rows.Any(row => row.RecognitionId == one.RecognitionId && row.EndedOn is null)))
            rows.Add(CardBasis.Of(work.CaseId, come, today, work.Now));
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
                && catalogue.LevelOf(kind, code) is { } level && !rows.Any(row => row.Kind == kind && row.Code == code && row.EndedOn is null):
                rows.Add(CardBasis.Of(work.CaseId, new FoundBasis(kind, code, level.Code, level.Rank, null, null, null), today, work.Now));
                return null;
            case [Ends, var key] when Guid.TryParse(key, out var id) && rows.FirstOrDefault(row => row.Id == id && row.EndedOn is null) is { } ended:
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
