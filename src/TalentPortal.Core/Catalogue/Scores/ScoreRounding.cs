namespace TalentPortal.Core.Catalogue.Scores;

/// <summary>How a total is rounded.</summary>
/// <param name="Decimals">Decimals kept, 0–4.</param>
/// <param name="Mode">What happens to a half, and below.</param>
public sealed record ScoreRounding(int Decimals, RoundingMode Mode)
{
    /// <summary>The rounded number.</summary>
    public decimal Round(decimal value) => Math.Round(value, Decimals, Mode switch
    {
        RoundingMode.HalfEven => MidpointRounding.ToEven,
        RoundingMode.Down => MidpointRounding.ToZero,
        _ => MidpointRounding.AwayFromZero,
    });
}
