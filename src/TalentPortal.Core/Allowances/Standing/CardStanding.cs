using TalentPortal.Core.TalentCards.Cards;

namespace TalentPortal.Core.Allowances.Standing;

/// <summary>What an allowance asks of its card.</summary>
/// <param name="Status">Where it stands.</param>
/// <param name="History">What became of it, the oldest first.</param>
public sealed record CardStanding(CardStatus Status, IReadOnlyList<CardMoment> History)
{
    /// <summary>The day on which it was cancelled; null while it is not.</summary>
    public DateOnly? CancelledOn => History.FirstOrDefault(one => one.Status is CardStatus.Cancelled)?.On;

    /// <summary>Since when it has had another level than this one; null where it has this one.</summary>
    public DateOnly? LevelSince(string level) =>
        History.Reverse().TakeWhile(one => one.Level is { } other && other != level).LastOrDefault()?.On;

    /// <summary>
    /// The days by today on which it gave nothing, and those that follow while it rests. A day on which it gave something before it was
    /// suspended, or after it was resumed or renewed, is none of them; a lost number takes nothing away.
    /// </summary>
    public IReadOnlyList<RestingDays> RestsBy(DateOnly today)
    {
        var rests = new List<RestingDays>();
        DateOnly? given = null;
        foreach (var (place, moment) in History.Index())
        {
            DateOnly? next = place + 1 < History.Count ? History[place + 1].On : null;
            DateOnly? from = moment.Status switch
            {
                CardStatus.Expired => moment.On,
                CardStatus.Suspended or CardStatus.Cancelled => Later(moment.On, given?.AddDays(1)),
                _ => moment.ExpiresOn is { } last ? Later(Later(moment.On, last.AddDays(1)), given?.AddDays(1)) : null,
            };
            if (from is { } first && first <= today && !(first >= next)) Add(rests, new RestingDays(first, next?.AddDays(-1)));
            if (moment.Status is not (CardStatus.Active or CardStatus.Lost)) continue;
            var until = new[] { next, moment.ExpiresOn }.Min();
            if (!(until < moment.On)) given = until;
        }

        return rests;
    }

    private static void Add(List<RestingDays> rests, RestingDays more)
    {
        if (rests is [.., { To: { } end } before] && end.AddDays(1) == more.From) rests[^1] = before with { To = more.To };
        else rests.Add(more);
    }

    private static DateOnly Later(DateOnly first, DateOnly? second) => second is { } other && other > first ? other : first;
}
