namespace TalentPortal.Core.Allowances;

/// <summary>One payment that a schedule holds.</summary>
/// <param name="From">First day of the period: with the allowance, what it is known by.</param>
/// <param name="To">Last day of the period; of a single payment the first day.</param>
/// <param name="Amount">Yuan.</param>
/// <param name="IsWhole">Whether the period is whole.</param>
public sealed record Instalment(DateOnly From, DateOnly To, decimal Amount, bool IsWhole)
{
    /// <summary>How many of its days are not paid because the card gave nothing on them.</summary>
    public int RestDays { get; init; }

    /// <summary>The day from which it may be paid: at the end of its period, when what it depends on is known.</summary>
    public DateOnly DueOn => To;

    /// <summary>How many months of the calendar it touches.</summary>
    public int Months => ((To.Year - From.Year) * 12) + To.Month - From.Month + 1;
}
