using Microsoft.Extensions.Localization;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Catalogue.Forms;
using TalentPortal.Core.Catalogue.Materials;

namespace TalentPortal.Web.Presentation.Forms;

/// <summary>One page of a form: a section of the item, or the materials that stand in no section.</summary>
/// <param name="Code">Its part of the address.</param>
/// <param name="Title">Its title.</param>
/// <param name="Help">A sentence under the title; empty for none.</param>
/// <param name="Section">The section; null for the materials.</param>
/// <param name="Materials">The materials; empty for a section.</param>
public sealed record FormPart(string Code, string Title, string Help, FormSection? Section, IReadOnlyList<MaterialRule> Materials)
{
    private const string MaterialsCode = "materials";

    /// <summary>The pages of an item that its answers show.</summary>
    public static IReadOnlyList<FormPart> Of(ServiceItem item, FormVisibility visibility, IStringLocalizer texts)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(visibility);
        ArgumentNullException.ThrowIfNull(texts);
        var parts = item.Form.Sections.Where(visibility.IsShown)
            .Select(section => new FormPart(section.Code, section.Title.ToString(), section.Help.ToString(), section, [])).ToList();
        var onForm = item.Form.Fields.Select(field => field.Material).ToHashSet(StringComparer.Ordinal);
        var others = item.Materials.Where(material => material.UploadedByApplicant && !onForm.Contains(material.Code)).ToList();
        if (others.Count > 0) parts.Add(new FormPart(MaterialsCode, texts["Applications.Form.Materials"], "", Section: null, others));
        return parts;
    }

    /// <summary>Whether an answer's path stands on this page.</summary>
    public bool Holds(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (Section is null) return path.StartsWith(MaterialsCode + ".", StringComparison.Ordinal);
        var end = path.AsSpan().IndexOfAny('.', '[');
        var code = end < 0 ? path : path[..end];
        return Section.Fields.Any(field => string.Equals(field.Code, code, StringComparison.Ordinal));
    }
}
