using TalentPortal.Core.Applications;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Files;

namespace TalentPortal.Web.Presentation.Forms;

/// <summary>An application as its author sees it.</summary>
/// <param name="Row">The application.</param>
/// <param name="Number">The case number; null for a draft.</param>
/// <param name="Version">The version whose form is shown: of a draft the newest, else the one it was handed in with.</param>
/// <param name="Files">Linked files that still exist, the oldest first.</param>
public sealed record OwnApplication(
    Application Row, string? Number, ServiceItemVersion Version, IReadOnlyList<(CaseMaterial Link, Material Material)> Files)
{
    /// <summary>The item.</summary>
    public ServiceItem Item => Version.Item;

    /// <summary>Whether it is still a draft.</summary>
    public bool IsDraft => Row.Status is ApplicationStatus.Draft;

    /// <summary>Whether the requirements changed since the author last looked them over.</summary>
    public bool IsNewVersion => Version.Id != Row.ServiceItemVersionId;

    /// <summary>The answers as they are stored, secrets masked.</summary>
    public FormAnswers Answers => FormAnswers.FromStorage(Item.Form.Fields, Row.Answers);

    /// <summary>How many files each material has.</summary>
    public IReadOnlyDictionary<string, int> FileCounts =>
        Files.GroupBy(file => file.Link.Code, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
}
