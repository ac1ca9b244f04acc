using System.Security.Cryptography;
using Npgsql;
using NpgsqlTypes;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Reviews;
using TalentPortal.Core.Standards.Parameters;

namespace TalentPortal.Core.Recognitions;

/// <summary>
/// Draws experts by lot among those whose field is the category, who are not the applicant, hold no conflict of interest in the case and
/// do not sit on it yet.
/// </summary>
public sealed class ExpertChoice(ParameterTable parameters, PortalTimeZone zone)
{
    private const string Sql =
        """
        select distinct on (a.user_id) a.user_id, a.organisation_id
        from appointments a
        join portal_users u on u.id = a.user_id
        join expert_fields f on f.user_id = a.user_id and f.category = $1
        where a.role = 'Expert' and a.from_on <= $2 and (a.to_on is null or a.to_on > $2)
          and (a.service_item_codes is null or $3 = any(a.service_item_codes))
          and u.person_id is distinct from $4 and a.user_id <> all($5)
        order by a.user_id, a.from_on
        """;

    /// <summary>How many experts a panel has: the fewest that policy allows, made odd where it wants that.</summary>
    public int Size(CaseWork work)
    {
        ArgumentNullException.ThrowIfNull(work);
        var today = zone.DateOf(work.Now);
        var least = parameters.Int("panel.minExperts", today);
        return parameters.Flag("panel.mustBeOdd", today) && least % 2 == 0 ? least + 1 : least;
    }

    /// <summary>Draws experts.</summary>
    /// <returns>As many as there are, at most <paramref name="count"/>.</returns>
    public async Task<IReadOnlyList<ReviewAssignment>> DrawAsync(
        CaseWork work, string category, int count, IReadOnlyCollection<Guid> seated, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        var application = work.Rows<Application>().Single();
        var barred = seated.Append(application.CreatedBy)
            .Concat(work.Rows<ConflictDeclaration>().Where(row => row.HasConflict).Select(row => row.ExpertId)).Distinct().ToArray();
        await using var command = new NpgsqlCommand(Sql, work.Connection)
        {
            Parameters =
            {
                new NpgsqlParameter { Value = category, NpgsqlDbType = NpgsqlDbType.Text },
                new NpgsqlParameter { Value = zone.DateOf(work.Now), NpgsqlDbType = NpgsqlDbType.Date },
                new NpgsqlParameter { Value = application.ServiceItemCode, NpgsqlDbType = NpgsqlDbType.Text },
                new NpgsqlParameter { Value = (object?)application.SubjectPersonId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid },
                new NpgsqlParameter { Value = barred, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid },
            },
        };
        await using var reader = await command.ExecuteReaderAsync(ct);
        var found = new List<ReviewAssignment>();
        while (await reader.ReadAsync(ct)) found.Add(new ReviewAssignment(reader.GetGuid(1), reader.GetGuid(0)));
        var drawn = found.ToArray();
        RandomNumberGenerator.Shuffle<ReviewAssignment>(drawn);
        return drawn[..Math.Min(count, drawn.Length)];
    }
}
