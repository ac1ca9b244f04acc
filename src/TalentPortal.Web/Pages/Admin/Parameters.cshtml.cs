using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.RuleChanges;
using TalentPortal.Core.Standards.Parameters;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Admin;

/// <summary>
/// Every figure of policy as it holds today, with where it comes from; those that nobody verified, and those that change, stand out.
/// </summary>
[Authorize(Policy = Policies.Rules)]
internal sealed class ParametersModel(ParameterTable parameters, RuleHistory history, PortalTimeZone zone) : PageModel
{
    private IReadOnlyList<Parameter> all = [];
    private HashSet<string> drafts = [];

    /// <summary>Whether only unverified ones are shown.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Unverified { get; set; }

    /// <summary>Whether only those are shown that are being changed, or change on a later day.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Changing { get; set; }

    /// <summary>The figures, by key.</summary>
    public IReadOnlyList<Parameter> Rows => [.. all.Where(one => (!Unverified || IsUnverified(one)) && (!Changing || IsChanging(one)))];

    /// <summary>How many there are in all.</summary>
    public int Total => all.Count;

    /// <summary>How many nobody has verified.</summary>
    public int UnverifiedTotal => all.Count(IsUnverified);

    /// <summary>How many are being changed, or change on a later day.</summary>
    public int ChangingTotal => all.Count(IsChanging);

    /// <summary>Lists them.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        all = parameters.On(zone.Today);
        drafts = (await history.DraftsAsync(ct)).Where(row => row.Change.Kind is RuleChangeKind.Parameter)
            .Select(row => row.Change.Subject).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Whether nobody has verified it.</summary>
    public static bool IsUnverified(Parameter parameter) => parameter.Provenance is Provenance.DefaultUnverified;

    /// <summary>Whether a change of it waits for its release.</summary>
    public bool HasDraft(Parameter parameter) => drafts.Contains(parameter.Key);

    /// <summary>The next value that is released; null when none is.</summary>
    public Parameter? Next(Parameter parameter) =>
        parameters.Of(parameter.Key).FirstOrDefault(one => one.EffectiveFrom > zone.Today && one != parameter);

    private bool IsChanging(Parameter parameter) => HasDraft(parameter) || Next(parameter) is not null;
}
