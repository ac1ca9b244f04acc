using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Forms;
using TalentPortal.Core.Catalogue.Rules;
using TalentPortal.Web.Presentation.Fields;

namespace TalentPortal.Web.Presentation.Forms;

/// <summary>
/// What a choice or region offers. A choice that depends on another lists the entries of every parent, grouped: a page without script
/// still has them all, script leaves those of the parent chosen, the server checks that they fit.
/// </summary>
internal static class ChoiceOptions
{
    public static IReadOnlyList<FieldOption> Of(RuleContext context, FormField field)
    {
        if (field.ParentField is { } path && context.Item.Form.Find(Pattern(context.Item, path)) is { } parent)
        {
            return [.. from above in context.Codes.Options(parent, parent: null, context.Today)
                       from entry in context.Codes.Options(field, above.Code, context.Today)
                       select Option(entry, above)];
        }

        var all = context.Codes.Options(field, parent: null, context.Today).ToList();
        var isNested = all.Count > 0 && all.TrueForAll(entry => entry.Parent is not null);
        if (!isNested) return [.. all.Select(entry => Option(entry, parent: null))];
        return [.. all.Select((entry, place) => (entry, place)).GroupBy(e => e.entry.Parent, StringComparer.Ordinal)
            .SelectMany(group => group.Select(e => Option(e.entry, context.Codes.Find(field.CodeTable!, e.entry.Parent!))))];
    }

    private static FieldOption Option(ItemCode entry, ItemCode? parent) =>
        new(entry.Code, entry.Name.ToString(), parent?.Name.ToString()) { Parent = parent?.Code };

    /// <summary>A parent of a choice in rows may stand in the same row.</summary>
    private static string Pattern(ServiceItem item, string path) => item.Form.Find(path) is not null
        ? path
        : item.Form.AllFields.Select(f => f.Path).FirstOrDefault(p => p.EndsWith("[]." + path, StringComparison.Ordinal)) ?? path;
}
