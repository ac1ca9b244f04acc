using TalentPortal.Core.Allowances.Standing;

namespace TalentPortal.Core.Allowances.Payments;

/// <summary>What may be paid on a day, and what of it is kept back.</summary>
public static class DueInstalments
{
    /// <summary>The instalments of an allowance that are due by a day, fulfilled and not paid, each with what is kept back of it.</summary>
    /// <param name="facts">The allowance.</param>
    /// <param name="upTo">Due by this day.</param>
    /// <param name="today">The day on which it is asked.</param>
    /// <param name="ceiling">The most that one payment may come to.</param>
    /// <param name="setOffShare">The most that is kept back of an instalment, as a share of it below 1.</param>
    public static IEnumerable<DueInstalment> Of(AllowanceFacts facts, DateOnly upTo, DateOnly today, decimal ceiling, decimal setOffShare)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var left = facts.RecoveryStandings.Where(one => one.Recovery.SetOffBy is not null && one.Left > 0)
            .Select(one => (one.Recovery.Id, one.Left)).ToList();
        foreach (var due in facts.Instalments(today, ceiling)
            .Where(one => one.State is InstalmentState.Due && one.Instalment.DueOn <= upTo))
        {
            // Cut down, never up: something is always left to be paid.
            var most = decimal.Round(due.Instalment.Amount * setOffShare, 2, MidpointRounding.ToZero);
            var part = left.Count == 0 ? 0 : Math.Min(left[0].Left, most);
            yield return new DueInstalment(facts.Allowance, due.Instalment, part > 0 ? left[0].Id : null, part);
            if (part <= 0) continue;
            if (left[0].Left > part) left[0] = (left[0].Id, left[0].Left - part);
            else left.RemoveAt(0);
        }
    }
}
