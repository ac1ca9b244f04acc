using TalentPortal.Core.Standards;

namespace TalentPortal.Web.Pages.Officer;

/// <summary>Case numbers as officers read them.</summary>
internal static class NumberText
{
    /// <summary>In groups: <c>450311-RC320001-20260408-00001234-56</c>.</summary>
    public static string Grouped(string number) =>
        CaseNumber.Parse(number) is { Succeeded: true } parsed ? parsed.Value.ToString() : number;

    /// <summary>Without the district, which is the same everywhere in lists.</summary>
    public static string Short(string number) => Grouped(number) is { Length: > 7 } grouped && grouped[6] == '-' ? grouped[7..] : number;
}
