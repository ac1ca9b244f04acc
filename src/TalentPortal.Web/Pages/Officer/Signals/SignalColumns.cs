using TalentPortal.Core.Lists;
using TalentPortal.Core.TalentCards.Signals;
using TalentPortal.Web.Presentation.Cards;
using TalentPortal.Web.Presentation.Lists;

namespace TalentPortal.Web.Pages.Officer.Signals;

/// <summary>What the list of signals shows.</summary>
internal static class SignalColumns
{
    /// <summary>The list.</summary>
    public static ListDeclaration<CardSignal> All { get; } = new("card-signals", "CardSignals.Title", new ListSort("at", Descending: true),
    [
        new("what", "CardSignals.What", (row, words) =>
            words.Texts[SignalWords.KeyOf(row.Kind), row.Amount].Value) { IsFixed = true, Width = 36 },
        new("at", "CardSignals.At", (row, _) => row.To) { IsSortable = true, Width = 20 },
        new("where", "CardSignals.Where", (row, _) => SignalWords.Where(row)) { Width = 32 },
        new("card", "CardSignals.Card", (row, _) =>
            row.CardNumber is { } number ? CardWords.Number(number) : null) { IsSensitive = true, Width = 24 },
        new("staff", "CardSignals.Staff", (row, _) => row.Staff) { IsSensitive = true, IsSortable = true, Width = 14 },
        new("state", "CardSignals.State", (row, _) => row.State) { IsSortable = true, Width = 14 },
    ]);
}
