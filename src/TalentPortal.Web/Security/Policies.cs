using Microsoft.AspNetCore.Authorization;
using TalentPortal.Core.Accounts;

namespace TalentPortal.Web.Security;

/// <summary>Names of authorisation policies. There is one for each <see cref="Permission"/>, called like it.</summary>
public static class Policies
{
    /// <summary>Whoever works on tasks: everything below <c>Pages/Officer</c>.</summary>
    public const string Officer = nameof(Permission.WorkOnTasks);

    /// <summary>Whoever sees boards: everything below <c>Pages/Leader</c>.</summary>
    public const string Leader = nameof(Permission.SeeBoards);

    /// <summary>Whoever checks and redeems talent cards: everything below <c>Pages/Venue</c>.</summary>
    public const string Venue = nameof(Permission.RedeemCards);

    /// <summary>Whoever hands tasks over: who heads people of a role in a unit, and who grants rights.</summary>
    public const string Handover = "Handover";

    /// <summary>Any of the administrator's three duties.</summary>
    public const string Administration = "Administration";

    /// <summary>Whoever writes or releases changes of rules.</summary>
    public const string Rules = "Rules";

    /// <summary>Whoever makes batches of payments or releases them.</summary>
    public const string Payments = "Payments";

    /// <summary>Any of these: everything below <c>Pages/Admin</c>; each page asks for its own besides.</summary>
    public const string AdminArea = "AdminArea";

    /// <summary>Whoever answers for a venue, and who manages cards: everything below <c>Pages/Statements</c>.</summary>
    public const string Statements = "Statements";

    private static readonly Permission[] Duties = [Permission.RunOperations, Permission.GrantRights, Permission.ReadAudit];
    private static readonly Permission[] RuleDuties = [Permission.SetParameters, Permission.ReleaseRules];

    /// <summary>Registers all policies; what names none needs a signed-in user.</summary>
    internal static void AddTo(AuthorizationOptions options)
    {
        options.FallbackPolicy = options.DefaultPolicy;
        foreach (var permission in Enum.GetValues<Permission>())
            options.AddPolicy(permission.ToString(), policy => RequireAny(policy, permission));
        options.AddPolicy(Handover, policy => policy.RequireAuthenticatedUser().RequireAssertion(context =>
            context.User.FindActor() is { } actor
                && (actor.Can(Permission.GrantRights) || actor.Appointments.Any(held => held.Supervises))));
        options.AddPolicy(Administration, policy => RequireAny(policy, Duties));
        options.AddPolicy(Payments, policy => RequireAny(policy, Permission.ManageAllowances, Permission.ReleasePayments));
        options.AddPolicy(Rules, policy => RequireAny(policy, RuleDuties));
        options.AddPolicy(Statements, policy => RequireAny(policy, Permission.RunVenue, Permission.ManageCards));
        options.AddPolicy(AdminArea, policy => RequireAny(policy, [.. Duties, .. RuleDuties]));
    }

    private static void RequireAny(AuthorizationPolicyBuilder policy, params Permission[] permissions) => policy
        .RequireAuthenticatedUser()
        .RequireAssertion(context => context.User.FindActor() is { } actor && permissions.Any(actor.Can));
}
