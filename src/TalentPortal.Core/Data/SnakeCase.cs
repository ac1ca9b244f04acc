using System.Text;

namespace TalentPortal.Core.Data;

/// <summary>How a C# name reads in the database: <c>DueOn</c> is <c>due_on</c>.</summary>
public static class SnakeCase
{
    /// <summary>The column or table name of a member.</summary>
    public static string Of(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var text = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsUpper(name[i]) && i > 0) text.Append('_');
            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }
}
