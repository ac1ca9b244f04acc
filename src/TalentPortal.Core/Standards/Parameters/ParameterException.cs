namespace TalentPortal.Core.Standards.Parameters;

/// <summary>A parameter that the program needs is missing on a day, or is of another kind.</summary>
/// <param name="message">Key, date and what is wrong.</param>
public sealed class ParameterException(string message) : Exception(message);
