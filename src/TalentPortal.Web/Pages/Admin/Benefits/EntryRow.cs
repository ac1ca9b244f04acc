using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.RuleChanges;
using TalentPortal.Core.RuleChanges.Benefits;
using TalentPortal.Core.RuleChanges.Benefits.Entries;
using TalentPortal.Core.TalentCards.Benefits;

namespace TalentPortal.Web.Pages.Admin.Benefits;

/// <summary>An entry of the next catalogue in a list, with what the draft does to it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Provenance">How far it can be trusted.</param>
internal sealed record EntryRow(BenefitEntryKind Kind, string Code, LocalizedText Name, Provenance Provenance)
{
    /// <summary>What the draft does: Added, Changed or Retired; null for nothing.</summary>
    public string? State { get; init; }

    /// <summary>The address of its page.</summary>
    public string Page => Kind switch
    {
        BenefitEntryKind.Level => $"/admin/benefits/levels/{Code}",
        BenefitEntryKind.Benefit => $"/admin/benefits/items/{Code}",
        _ => $"/admin/benefits/venue-kinds/{Code}",
    };

    /// <summary>All entries, the retired ones last in their kind.</summary>
    /// <param name="then">The catalogue with what the draft says.</param>
    /// <param name="draft">The draft; null for none.</param>
    public static IReadOnlyList<EntryRow> Of(BenefitCatalogue then, RuleChange? draft)
    {
        ArgumentNullException.ThrowIfNull(then);
        var entries = draft is null ? BenefitEntries.None : BenefitContent.Read(draft).Entries;
        return
        [
            .. Rows(BenefitEntryKind.Level, then.Levels.OrderBy(level => level.Rank), entries.Levels,
                level => (level.Code, level.Name, level.Provenance ?? then.Provenance)),
            .. Rows(BenefitEntryKind.Benefit, then.Benefits, entries.Benefits,
                benefit => (benefit.Code, benefit.Name, benefit.Provenance ?? then.Provenance)),
            .. Rows(BenefitEntryKind.VenueKind, then.VenueKinds, entries.VenueKinds,
                kind => (kind.Code, kind.Name, kind.Provenance ?? then.Provenance)),
        ];
    }

    private static IEnumerable<EntryRow> Rows<T>(
        BenefitEntryKind kind, IEnumerable<T> present, IReadOnlyList<EntryStep<T>> steps,
        Func<T, (string Code, LocalizedText Name, Provenance Provenance)> say)
        where T : class
    {
        EntryRow Row(T one, string? state)
        {
            var (code, name, provenance) = say(one);
            return new EntryRow(kind, code, name, provenance) { State = state };
        }

        string? StateOf(T one) =>
            steps.FirstOrDefault(step => step.Code == say(one).Code) is { } step ? step.Was is null ? "Added" : "Changed" : null;
        return present.Select(one => Row(one, StateOf(one)))
            .Concat(steps.Where(step => step.Now is null).Select(step => Row(step.Was!, "Retired")));
    }
}
