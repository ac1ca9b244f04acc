namespace TalentPortal.Web.Pages.Admin.Rules;

/// <summary>One thing that a change says otherwise.</summary>
/// <param name="What">What it is.</param>
/// <param name="Before">How it read before; null where nothing stood.</param>
/// <param name="After">How it reads then.</param>
internal sealed record RuleDifference(string What, string? Before, string After);
