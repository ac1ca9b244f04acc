using System.Text.Json;
using TalentPortal.Core.TalentCards.Cards;

namespace TalentPortal.Core.TalentCards.Issuing;

/// <summary>What a granted application orders: the payload of the job that issues the card. Ids and codes only.</summary>
/// <param name="PersonId">The holder.</param>
/// <param name="RecipientId">Whose account is told.</param>
/// <param name="DistrictId">The district.</param>
/// <param name="CatalogueVersionId">The version that holds on the day of the grant.</param>
/// <param name="Bases">On what grounds.</param>
/// <param name="PhotoMaterialId">The holder's photo.</param>
/// <param name="VenueKinds">To which kinds of venues the holder consented.</param>
/// <param name="AgreedAt">When the holder did, UTC: the form named the venues there were then. Null in an order from before they were
/// named.</param>
public sealed record CardOrder(Guid PersonId, Guid RecipientId, short DistrictId, Guid CatalogueVersionId, IReadOnlyList<FoundBasis> Bases,
    Guid? PhotoMaterialId, IReadOnlyList<string> VenueKinds, DateTimeOffset? AgreedAt = null)
{
    /// <summary>As the job keeps it.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    /// <summary>As the job kept it.</summary>
    public static CardOrder FromJson(string json) => JsonSerializer.Deserialize<CardOrder>(json, JsonSerializerOptions.Web)
        ?? throw new InvalidOperationException("The job holds no order.");
}
