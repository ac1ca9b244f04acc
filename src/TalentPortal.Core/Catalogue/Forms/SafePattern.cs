using System.Text.RegularExpressions;

namespace TalentPortal.Core.Catalogue.Forms;

/// <summary>
/// A pattern from data. It must match the whole answer, runs without backtracking (linear time) and with a time limit, so that
/// neither a clumsy pattern nor a hostile answer can hold a request up.
/// </summary>
public sealed class SafePattern
{
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(100);
    private readonly Regex regex;

    /// <summary>Compiles a pattern.</summary>
    /// <exception cref="ArgumentException">It is not a pattern.</exception>
    /// <exception cref="NotSupportedException">It uses look-around or back-references.</exception>
    public SafePattern(string source, LocalizedText message)
    {
        Source = source;
        Message = message;
        regex = new Regex($"^(?:{source})\\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, Limit);
    }

    /// <summary>The pattern as written.</summary>
    public string Source { get; }

    /// <summary>What to tell whose answer does not match.</summary>
    public LocalizedText Message { get; }

    /// <summary>Whether the whole text matches; a text that takes too long does not.</summary>
    public bool Matches(string text)
    {
        try
        {
            return regex.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
