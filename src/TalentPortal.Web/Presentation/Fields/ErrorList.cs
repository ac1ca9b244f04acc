using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Localization;

namespace TalentPortal.Web.Presentation.Fields;

/// <summary>The errors of the model state, as links: those of the whole form first, then the fields' in page order.</summary>
internal sealed class ErrorList(ViewDataDictionary data, IStringLocalizer texts)
{
    private const int Last = int.MaxValue;

    /// <summary>The id to go to (null for the whole form) and the words.</summary>
    public IReadOnlyList<(string? Id, string Words)> InPageOrder(IReadOnlyList<FieldView>? fields)
    {
        var byName = fields?.Select((field, place) => (Field: field, Place: place))
            .DistinctBy(f => f.Field.Name, StringComparer.Ordinal)
            .ToDictionary(f => f.Field.Name, StringComparer.Ordinal);
        var found = new List<(IReadOnlyList<int> Place, string? Id, string Words)>();
        foreach (var (name, entry) in data.ModelState)
        {
            var (place, label) = byName is null ? OfModel(name) : OfFields(name, byName);
            foreach (var error in entry.Errors)
                found.Add((place, name.Length == 0 ? null : FieldView.IdOf(name), Words(label, error.ErrorMessage)));
        }
        if (fields is not null) AddOwnErrors(fields, found);
        return [.. found.OrderBy(f => f.Place, Comparer<IReadOnlyList<int>>.Create(Compare)).Select(f => (f.Id, f.Words))];
    }

    private static (IReadOnlyList<int> Place, string? Label) OfFields(
        string name, Dictionary<string, (FieldView Field, int Place)> byName) =>
        name.Length == 0 ? ([-1], null)
        : byName.TryGetValue(name, out var known) ? ([known.Place], known.Field.Label)
        : ([Last], null);

    /// <summary>Fields that carry an error of their own, which the model state does not know.</summary>
    private void AddOwnErrors(IReadOnlyList<FieldView> fields, List<(IReadOnlyList<int>, string?, string)> found)
    {
        for (var i = 0; i < fields.Count; i++)
        {
            if (fields[i].Error is { } error && !(data.ModelState.TryGetValue(fields[i].Name, out var entry) && entry.Errors.Count > 0))
                found.Add(([i], fields[i].Id, Words(fields[i].Label, error)));
        }
    }

    /// <summary>Words that name the field already need no label before them.</summary>
    private string Words(string? label, string message) =>
        label is null || message.Contains(label, StringComparison.Ordinal) ? message : texts["Shared.Errors.Of", label, message];

    /// <summary>
    /// Place and label of a name such as <c>Input.Rows[2].Year</c>, by walking the model's properties; without a label where none was
    /// given: what the program calls a property says nothing to a reader.
    /// </summary>
    private (IReadOnlyList<int> Place, string? Label) OfModel(string name)
    {
        if (name.Length == 0) return ([-1], null);
        var place = new List<int>();
        ModelMetadata? at = data.ModelMetadata;
        foreach (var part in name.Split('.'))
        {
            var bracket = part.IndexOf('[', StringComparison.Ordinal);
            var property = bracket < 0 ? part : part[..bracket];
            var properties = at?.Properties;
            var index = properties is null ? -1 : IndexOf(properties, property);
            if (properties is null || index < 0) return ([.. place, Last], null);
            place.Add(index);
            at = properties[index];
            if (bracket < 0) continue;
            if (int.TryParse(part.AsSpan(bracket + 1).TrimEnd(']'), out var row)) place.Add(row);
            at = at.ElementMetadata;
        }
        return (place, at?.DisplayName);
    }

    private static int IndexOf(ModelPropertyCollection properties, string name)
    {
        for (var i = 0; i < properties.Count; i++)
            if (string.Equals(properties[i].PropertyName, name, StringComparison.OrdinalIgnoreCase)) return i;
        return -1;
    }

    private static int Compare(IReadOnlyList<int> left, IReadOnlyList<int> right)
    {
        for (var i = 0; i < Math.Min(left.Count, right.Count); i++)
            if (left[i] != right[i]) return left[i].CompareTo(right[i]);
        return left.Count.CompareTo(right.Count);
    }
}
