using TalentPortal.Core.Standards.Parameters;

namespace TalentPortal.Core.Calendar;

/// <summary>When a light turns yellow: at either of two bounds.</summary>
/// <param name="YellowShare">The share of the whole time that is left, 0 to 1.</param>
/// <param name="YellowWorkingDays">The working days that are left.</param>
public sealed record LightRule(decimal YellowShare, int YellowWorkingDays)
{
    /// <summary>The rule in force on that day (<c>light.yellowShare</c>, <c>light.yellowWorkingDays</c>).</summary>
    public static LightRule From(ParameterTable parameters, DateOnly on) =>
        new(parameters.Decimal("light.yellowShare", on), parameters.Int("light.yellowWorkingDays", on));

    internal bool IsYellow(int remaining, int total) => remaining <= YellowWorkingDays || remaining <= YellowShare * total;
}
