using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Standards.Parameters;

namespace TalentPortal.Web.Pages.Admin;

/// <summary>Every figure of policy with where it comes from; those that nobody verified stand out.</summary>
internal sealed class ParametersModel(ParameterTable parameters) : PageModel
{
    /// <summary>Whether only unverified ones are shown.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Unverified { get; set; }

    /// <summary>The figures, by key and time.</summary>
    public IReadOnlyList<Parameter> Rows => [.. parameters.All.Where(one => !Unverified || IsUnverified(one))];

    /// <summary>How many there are in all.</summary>
    public int Total => parameters.All.Count;

    /// <summary>How many nobody has verified.</summary>
    public int UnverifiedTotal => parameters.All.Count(IsUnverified);

    /// <summary>Whether nobody has verified it.</summary>
    public static bool IsUnverified(Parameter parameter) => parameter.Provenance is Provenance.DefaultUnverified;
}
