using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Jobs;

/// <summary>How often something is tried, and with which pauses; from <c>seed-data/messages/delivery.json</c>.</summary>
/// <param name="Attempts">After so many attempts it is given up.</param>
/// <param name="FirstPause">After the first failure; each further one doubles it.</param>
/// <param name="LongestPause">No pause is longer.</param>
/// <param name="Lease">How long a portal has it in hand; after that another one may take it over.</param>
public sealed record RetryRules(int Attempts, TimeSpan FirstPause, TimeSpan LongestPause, TimeSpan Lease)
{
    /// <summary>Reads the rules whose names begin with <c>mail</c> or <c>job</c>.</summary>
    /// <exception cref="StartupRefusedException">The file is missing or wrong.</exception>
    public static RetryRules Read(SeedFolder files, string prefix)
    {
        var numbers = ParameterFile.Read(files.PathOf("seed-data/messages/delivery.json"));
        return new RetryRules(
            numbers.Positive(prefix + "Attempts", "attempts"),
            Seconds("FirstPauseSeconds"),
            Seconds("LongestPauseSeconds"),
            Seconds("LeaseSeconds"));

        TimeSpan Seconds(string name) => TimeSpan.FromSeconds(numbers.Positive(prefix + name, "seconds"));
    }

    /// <summary>The pause after the given number of attempts, at least one.</summary>
    public TimeSpan PauseAfter(int attempts)
    {
        var doublings = Math.Clamp(attempts - 1, 0, 30);
        var pause = FirstPause * Math.Pow(2, doublings);
        return pause < LongestPause ? pause : LongestPause;
    }
}
