using System.Text;

namespace TalentPortal.Workflows.Expressions;

/// <summary>
/// Rewrites template literals, which Elsa Studio's users write and ES5.1 lacks, into concatenations; everything else stays as it is.
/// </summary>
internal static class TemplateLiterals
{
    public static string ToConcatenation(string source)
    {
        if (!source.Contains('`', StringComparison.Ordinal)) return source;
        var output = new StringBuilder(source.Length + 16);
        var position = 0;
        Copy(source, ref position, output, untilBrace: false);
        return output.ToString();
    }

    /// <summary>Copies code up to the end, or up to the brace that closes a <c>${</c>.</summary>
    private static void Copy(string source, ref int position, StringBuilder output, bool untilBrace)
    {
        var depth = 0;
        while (position < source.Length)
        {
            var character = source[position];
            if (character == '`')
            {
                Template(source, ref position, output);
                continue;
            }

            if (SkipLength(source, position) is var length and > 0)
            {
                output.Append(source, position, length);
                position += length;
                continue;
            }

            if (character == '{') depth++;
            if (character == '}' && depth-- == 0 && untilBrace) return;
            output.Append(character);
            position++;
        }
    }

    private static void Template(string source, ref int position, StringBuilder output)
    {
        position++;
        output.Append("(\"");
        while (position < source.Length && source[position] != '`')
        {
            if (source[position] == '$' && position + 1 < source.Length && source[position + 1] == '{')
            {
                position += 2;
                output.Append("\" + (");
                Copy(source, ref position, output, untilBrace: true);
                output.Append(") + \"");
                position++;
                continue;
            }

            AppendCharacter(source, ref position, output);
        }

        output.Append("\")");
        position++;
    }

    private static void AppendCharacter(string source, ref int position, StringBuilder output)
    {
        var character = source[position];
        if (character == '\\' && position + 1 < source.Length)
        {
            var next = source[position + 1];
            output.Append(next is '`' or '$' ? $"{next}" : $"\\{next}");
            position += 2;
            return;
        }

        output.Append(character switch
        {
            '"' => "\\\"",
            '\n' => "\\n",
            '\r' => "",
            _ => character.ToString(),
        });
        position++;
    }

    /// <summary>Length of a quoted string or comment that begins here, else 0.</summary>
    private static int SkipLength(string source, int start)
    {
        var rest = source.AsSpan(start);
        if (rest.StartsWith("//", StringComparison.Ordinal)) return EndOf(rest, "\n");
        if (rest.StartsWith("/*", StringComparison.Ordinal)) return EndOf(rest, "*/");
        if (rest[0] is not ('"' or '\'')) return 0;
        for (var i = 1; i < rest.Length; i++)
        {
            if (rest[i] == '\\') i++;
            else if (rest[i] == rest[0]) return i + 1;
        }

        return rest.Length;
    }

    private static int EndOf(ReadOnlySpan<char> text, string end)
    {
        var index = text[2..].IndexOf(end, StringComparison.Ordinal);
        return index < 0 ? text.Length : index + 2 + end.Length;
    }
}
