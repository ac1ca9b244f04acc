using TalentPortal.Core.Lists;
using TalentPortal.Web.Pages.Officer;
using TalentPortal.Web.Presentation.Lists;

namespace TalentPortal.Web.Pages.Admin.Instances;

/// <summary>What the list of workflow instances shows.</summary>
internal static class InstanceColumns
{
    /// <summary>The list: always those that moved last first, so that a page of any number of them costs the same.</summary>
    /// <param name="nameOf">Names a definition.</param>
    public static ListDeclaration<InstanceRow> Of(Func<string, string> nameOf) =>
        new("instances", "Instances.Title", new ListSort("moved", Descending: true),
    [
        new("definition", "Instances.Filter.Definition", (row, _) => nameOf(row.DefinitionId)) { IsFixed = true, Width = 32 },
        new("version", "Instances.Filter.Version", (row, _) => row.Version) { Width = 8 },
        new("number", "Reviews.Column.Number", (row, _) => row.Number is { } number ? NumberText.Grouped(number) : null) { Width = 40 },
        new("status", "Instances.Filter.Status", (row, words) => words.Texts["Instances.Status." + row.Status].Value),
        new("began", "Instances.Column.Began", (row, _) => row.CreatedAt) { Width = 18 },
        new("moved", "Instances.Column.Moved", (row, _) => row.UpdatedAt) { Width = 18 },
    ]);
}
