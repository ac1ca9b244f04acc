namespace TalentPortal.Core.Files;

/// <summary>
/// Whose materials are looked at. What lies outside is not found; whether the user may have this scope, the caller has decided.
/// </summary>
public sealed record MaterialScope
{
    private MaterialScope(Guid? userId, Guid? personId, Guid? organisationId, Guid? caseId) =>
        (UserId, PersonId, OrganisationId, CaseId) = (userId, personId, organisationId, caseId);

    /// <summary>Materials that this user uploaded.</summary>
    internal Guid? UserId { get; }

    /// <summary>Materials that concern this person.</summary>
    internal Guid? PersonId { get; }

    /// <summary>Materials that concern this organisation.</summary>
    internal Guid? OrganisationId { get; }

    /// <summary>Materials that are linked to this case.</summary>
    internal Guid? CaseId { get; }

    /// <summary>What a user uploaded, whomever it concerns.</summary>
    public static MaterialScope OfUser(Guid userId) => new(userId, personId: null, organisationId: null, caseId: null);

    /// <summary>What a user uploaded, and what concerns the person as whom the user acts, whoever uploaded it.</summary>
    public static MaterialScope OfPerson(Guid userId, Guid personId) => new(userId, personId, organisationId: null, caseId: null);

    /// <summary>What a user uploaded, and what concerns the organisation for which the user acts, whoever uploaded it.</summary>
    public static MaterialScope OfOrganisation(Guid userId, Guid organisationId) =>
        new(userId, personId: null, organisationId, caseId: null);

    /// <summary>What is linked to a case: for officers who may see that case.</summary>
    public static MaterialScope OfCase(Guid caseId) => new(userId: null, personId: null, organisationId: null, caseId);
}
