using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Jint.Parser;
using Jint.Parser.Ast;

namespace TalentPortal.Workflows.Expressions;

/// <summary>A parsed script with the names it mentions. Immutable, shared between threads.</summary>
internal sealed partial class Script
{
    /// <summary>Longer or deeper scripts could exhaust the stack of the parser, which has no limit of its own.</summary>
    private const int MaxLength = 20_000;
    private const int MaxNesting = 100;
    private readonly string _source;
    private readonly Program? _program;

    private Script(string source, Program program)
    {
        _source = source;
        Names = Identifier().Matches(source).Select(match => match.Value).ToFrozenSet(StringComparer.Ordinal);

        // A regular expression literal keeps the object of the engine that ran it first, so such a script is parsed anew for each engine.
        _program = source.Contains('/', StringComparison.Ordinal) ? null : program;
    }

    /// <summary>Every identifier in the text; only what is mentioned is made available to the engine.</summary>
    public FrozenSet<string> Names { get; }

    public Program Program => _program ?? new JavaScriptParser().Parse(_source);

    public static bool TryParse(string source, out Script script, out string error)
    {
        script = null!;
        error = "";
        if (source.Length > MaxLength || Nesting(source) > MaxNesting)
        {
            error = $"The script is longer than {MaxLength} characters or nested deeper than {MaxNesting} brackets.";
            return false;
        }

        var plain = TemplateLiterals.ToConcatenation(source);
        try
        {
            script = new Script(plain, new JavaScriptParser().Parse(plain));
            return true;
        }
        catch (ParserException exception) when (exception.Message.Contains("Illegal return", StringComparison.Ordinal))
        {
            return TryParseBody(plain, out script, out error);
        }
        catch (ParserException exception)
        {
            error = Describe(exception);
            return false;
        }
    }

    /// <summary>Elsa allows return at top level: the text becomes the body of a function that is called at once.</summary>
    private static bool TryParseBody(string source, out Script script, out string error)
    {
        script = null!;
        error = "";
        var body = $"(function () {{ {source}\n}})()";
        try
        {
            script = new Script(body, new JavaScriptParser().Parse(body));
            return true;
        }
        catch (ParserException exception)
        {
            error = Describe(exception);
            return false;
        }
    }

    private static string Describe(ParserException exception) =>
        $"The script does not parse as ECMAScript 5.1 (ES5.1: no arrow functions, classes, async or spread): {exception.Message}";

    private static int Nesting(string source)
    {
        var depth = 0;
        var deepest = 0;
        foreach (var character in source)
        {
            if (character is '(' or '[' or '{') deepest = Math.Max(deepest, ++depth);
            if (character is ')' or ']' or '}') depth--;
        }

        return deepest;
    }

    [GeneratedRegex(@"[\p{L}_$][\p{L}\p{N}_$]*", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Identifier();
}
