using TalentPortal.Core.Accounts;
using TalentPortal.Core.Parties;

namespace TalentPortal.Core.Seeding.Bulk;

/// <summary>What a mold's copies are.</summary>
internal enum MoldUse
{
    /// <summary>They wait at a desk.</summary>
    Waiting,

    /// <summary>They wait for the applicant.</summary>
    Pending,

    /// <summary>They are over.</summary>
    Closed,
}

/// <summary>One step of the way a mold goes through the services that pages use.</summary>
internal abstract record MoldMove
{
    /// <summary>Somebody takes the task of a step.</summary>
    internal sealed record Claim(string Step, OrganisationEntry Unit, PortalRole Role) : MoldMove;

    /// <summary>Somebody answers it.</summary>
    internal sealed record Decide(
        string Step, OrganisationEntry Unit, PortalRole Role, string Outcome, string Reason = "", string? Gap = null)
        : MoldMove;

    /// <summary>The applicant takes the application back.</summary>
    internal sealed record Withdraw : MoldMove;

    /// <summary>So many working days pass, and what falls due happens.</summary>
    internal sealed record Wait(int WorkingDays) : MoldMove;
}

/// <summary>A real case from which others are cast.</summary>
/// <param name="Item">Key of the service item.</param>
/// <param name="Place">The town or village where it is handed in; the talent office for neither.</param>
/// <param name="Use">What its copies are.</param>
/// <param name="Weight">How many copies, against the others of the same use.</param>
/// <param name="Moves">What happens after it is handed in.</param>
internal sealed record MoldRecipe(string Item, OrganisationEntry Place, MoldUse Use, int Weight, IReadOnlyList<MoldMove> Moves)
{
    /// <summary>Whether it stays a draft.</summary>
    public bool IsDraft { get; init; }
}
