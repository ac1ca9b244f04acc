using Microsoft.Extensions.Localization;
using TalentPortal.Core.Definitions;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Reviews;

namespace TalentPortal.Web.Pages.Admin.Definitions;

/// <summary>What the pages about definitions share.</summary>
internal static class DefinitionPages
{
    /// <summary>The sentence of a finding.</summary>
    public static string Of(this IStringLocalizer texts, DefinitionFinding finding) =>
        texts["Definitions.Fault." + finding.Code, [.. finding.Arguments]];

    /// <summary>The look of a state.</summary>
    public static string KindOf(DefinitionState state) => state switch
    {
        DefinitionState.Draft => "pause",
        DefinitionState.Checked => "wait",
        DefinitionState.Published => "ok",
        _ => "info",
    };

    /// <summary>The field that a refusal is about.</summary>
    public static string FieldOf(Refusal refusal, string field) => refusal is ReasonMissing or ReasonTooLong ? field : "";
}
