using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Catalogue.Forms;

namespace TalentPortal.Core.Catalogue.Materials;

/// <summary>Whether an application needs a material, given its answers, and how much of it is there.</summary>
/// <param name="Rule">The material.</param>
/// <param name="IsShown">Whether the form asks for it at all: it does unless its file field is hidden.</param>
/// <param name="IsNeeded">Whether it must be there.</param>
/// <param name="Present">How many files are there.</param>
public sealed record MaterialNeed(MaterialRule Rule, bool IsShown, bool IsNeeded, int Present)
{
    /// <summary>Fewest files once it is needed.</summary>
    public int Least => Math.Max(Rule.MinCount, 1);

    /// <summary>Whether files are missing.</summary>
    public bool IsMissing => IsNeeded && Present < Least;

    /// <summary>What an application needs of all that its applicant uploads, in the item's order.</summary>
    /// <param name="item">The item.</param>
    /// <param name="visibility">Its form with the answers of the moment.</param>
    public static IReadOnlyList<MaterialNeed> Of(ServiceItem item, FormVisibility visibility) =>
        [.. item.Materials.Where(m => m.UploadedByApplicant).Select(m => Of(item, m, visibility))];

    internal static MaterialNeed Of(ServiceItem item, MaterialRule material, FormVisibility visibility)
    {
        var field = item.Form.Fields.FirstOrDefault(f => string.Equals(f.Material, material.Code, StringComparison.Ordinal));
        var shown = field is null || visibility.IsShown(field);
        var byRule = !material.Optional && (material.RequiredWhen is null || visibility.Evaluator.Holds(material.RequiredWhen));
        return new MaterialNeed(
            material, shown, shown && (byRule || IsRequired(field, visibility)), visibility.Inputs.CountFiles(material.Code));
    }

    private static bool IsRequired(FormField? field, FormVisibility visibility) =>
        field is not null && (field.Required || (field.RequiredWhen is { } when && visibility.Evaluator.Holds(when)));
}
