using System.Text.RegularExpressions;
using Microsoft.Extensions.Primitives;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Catalogue.Forms;

namespace TalentPortal.Web.Presentation.Forms;

/// <summary>Binds what a form posted. A secret whose masked text comes back unchanged stays what it was.</summary>
/// <param name="values">Posted values with compact rows.</param>
/// <param name="prefills">First answers that the page may have shown.</param>
internal sealed partial class PostedAnswers(IReadOnlyDictionary<string, StringValues> values, IReadOnlyDictionary<string, Prefill> prefills)
{
    /// <summary>Binds these fields over the stored answers, secrets in place.</summary>
    public AnswerBinding Bind(ServiceItem item, IEnumerable<FormField> fields, FormAnswers stored)
    {
        var masked = AnswerProtection.Split(item, stored).Public;
        return AnswerBinder.FromPost(fields, values.Select(sent => KeyValuePair.Create(sent.Key, Whole(item, sent, stored, masked))));
    }

    private StringValues Whole(ServiceItem item, KeyValuePair<string, StringValues> sent, FormAnswers stored, FormAnswers masked)
    {
        if (sent.Value is not [{ } typed] || !typed.Contains('*', StringComparison.Ordinal)) return sent.Value;
        if (item.Form.Find(RowNumber().Replace(sent.Key, "[]")) is not { Sensitivity: Sensitivity.Sensitive }) return sent.Value;
        var path = StoredPath(sent.Key);
        if (masked.Find(path) is AnswerValue.Masked shown && shown.Shown == typed.Trim())
            return AnswerWords.Sent(stored.Find(path)).ToArray();
        return prefills.GetValueOrDefault(sent.Key) is { } prefill && prefill.Shown == typed.Trim() ? prefill.Plain : sent.Value;
    }

    /// <summary>Where the row stood when the page was drawn: rows before it may be gone.</summary>
    private string StoredPath(string path)
    {
        var row = RowNumber().Match(path);
        if (!row.Success) return path;
        return values.TryGetValue($"{path[..(row.Index + row.Length)]}.{PostedRows.Origin}", out var origin)
            && origin is [{ Length: > 0 and < 5 } place]
            ? $"{path[..row.Index]}[{place}]{path[(row.Index + row.Length)..]}"
            : path;
    }

    [GeneratedRegex(@"\[[0-9]{1,4}\]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex RowNumber();
}
