using TalentPortal.Core.Definitions;

namespace TalentPortal.Web.Pages.Admin.Definitions;

/// <summary>A definition in the list: all its versions in one line.</summary>
/// <param name="Id">The definition.</param>
/// <param name="Name">Its name in the newest version.</param>
/// <param name="Versions">Its versions, the newest first.</param>
/// <param name="Users">Codes and ids of what uses it now.</param>
internal sealed record DefinitionRow(string Id, string Name, IReadOnlyList<DefinitionVersion> Versions, IReadOnlyList<string> Users)
{
    /// <summary>How many instances run on any version.</summary>
    public long Running => Versions.Sum(version => version.Running);
}
