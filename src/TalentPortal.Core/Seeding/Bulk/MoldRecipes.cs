using TalentPortal.Core.Accounts;
using TalentPortal.Core.Parties;

namespace TalentPortal.Core.Seeding.Bulk;

/// <summary>Which molds there are: every state that a case rests in, for each place that accepts it.</summary>
internal sealed class MoldRecipes(BulkMaterial material, OrganisationEntry office)
{
    private const string Consultation = "talent-consultation";
    private const string Recognition = "talent-recognition";

    // Longer than any time for an answer to a supplement.
    private const int LapseWorkingDays = 40;

    /// <summary>All of them.</summary>
    public IEnumerable<MoldRecipe> All(IReadOnlyList<OrganisationEntry> towns, IReadOnlyList<OrganisationEntry> villages) =>
        [.. new[] { office }.Concat(towns).SelectMany(Consultations), .. villages.SelectMany(Recognitions)];

    private IEnumerable<MoldRecipe> Consultations(OrganisationEntry place)
    {
        var role = place.Kind is OrganisationKind.Town ? PortalRole.TownReviewer : PortalRole.TalentOffice;
        var accept = new MoldMove.Decide("accept", place, role, "Accept");
        var supplement = new MoldMove.Decide("accept", place, role, "Supplement", "", "details");
        var take = new MoldMove.Claim("answer", office, PortalRole.TalentOffice);
        var answer = new MoldMove.Decide("answer", office, PortalRole.TalentOffice, "Answered", material.Reasons["answered"]);
        yield return Of(MoldUse.Waiting, 8);
        yield return Of(MoldUse.Waiting, 3, new MoldMove.Claim("accept", place, role));
        yield return Of(MoldUse.Waiting, 8, accept);
        yield return Of(MoldUse.Waiting, 3, accept, take);
        yield return Of(MoldUse.Pending, 6, supplement);
        yield return Of(MoldUse.Pending, 2) with { IsDraft = true };
        yield return Of(MoldUse.Closed, 70, accept, answer);
        yield return Of(MoldUse.Closed, 12, new MoldMove.Decide("accept", place, role, "Reject", material.Reasons["rejected"]));
        yield return Of(MoldUse.Closed, 8, new MoldMove.Withdraw());
        yield return Of(MoldUse.Closed, 3, supplement, new MoldMove.Wait(LapseWorkingDays));

        MoldRecipe Of(MoldUse use, int weight, params MoldMove[] moves) => new(Consultation, place, use, weight, moves);
    }

    private IEnumerable<MoldRecipe> Recognitions(OrganisationEntry place)
    {
        const PortalRole role = PortalRole.VillageAssistant;
        yield return Of(MoldUse.Waiting, 5);
        yield return Of(MoldUse.Waiting, 2, new MoldMove.Claim("recommend", place, role));
        yield return Of(MoldUse.Pending, 3, new MoldMove.Decide("recommend", place, role, "Supplement", "", "papers"));
        yield return Of(MoldUse.Closed, 2, new MoldMove.Decide("recommend", place, role, "Reject", material.Reasons["notRecommended"]));
        yield return Of(MoldUse.Closed, 1, new MoldMove.Withdraw());

        MoldRecipe Of(MoldUse use, int weight, params MoldMove[] moves) => new(Recognition, place, use, weight, moves);
    }
}
