using Microsoft.EntityFrameworkCore;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue.Forms;
using TalentPortal.Core.Data;

namespace TalentPortal.Core.Ratings.Handling;

/// <summary>How to reach a rater: no more than that.</summary>
/// <param name="Name">The name of the account that rated.</param>
/// <param name="Email">Its address.</param>
/// <param name="Phones">Phone numbers given with the case.</param>
public sealed record RaterContactData(string Name, string Email, IReadOnlyList<string> Phones);

/// <summary>
/// Reads how to reach a rater; who asks has been checked and the reason written down. The audit of shown values tells it too.
/// </summary>
public sealed class RaterContacts(PortalDbContext db, SecretBox secrets, AuditStreams audit)
{
    internal async Task<RaterContactData> ReadAsync(Guid ratingId, Operation operation, CancellationToken ct)
    {
        // The entry names the rating, not the case: whoever reads the log learns no more than its handler.
        await audit.AppendAsync(AuditStream.Unmasking, "RaterContactShown", operation,
            new Dictionary<string, object?>(StringComparer.Ordinal) { ["rating"] = ratingId }, ct);
        var rating = await db.Set<Rating>().AsNoTracking().SingleAsync(row => row.CaseId == ratingId, ct);
        var rater = await db.Users.AsNoTracking().SingleAsync(user => user.Id == rating.RatedBy, ct);
        var phones = await db.Set<ApplicationSecret>().AsNoTracking()
            .Where(row => row.CaseId == rating.RatedCaseId && row.Kind == nameof(SecretKind.Phone))
            .OrderBy(row => row.Path).ToListAsync(ct);
        return new RaterContactData(rater.DisplayName, rater.Email!, [.. phones.Select(secrets.Reveal).Distinct(StringComparer.Ordinal)]);
    }
}
