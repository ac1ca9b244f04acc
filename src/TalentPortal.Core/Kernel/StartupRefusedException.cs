namespace TalentPortal.Core.Kernel;

/// <summary>
/// The world is not as the portal needs it, so it will not start. The message is a whole sentence for the person who
/// started it; the program prints it without a stack trace and ends with a code other than zero.
/// </summary>
public sealed class StartupRefusedException : Exception
{
    /// <summary>Refuses with a sentence that says what is wrong and what to do.</summary>
    public StartupRefusedException(string message)
        : base(message)
    {
    }

    /// <summary>Refuses with a sentence and what caused it.</summary>
    public StartupRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
