using Npgsql;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;

namespace TalentPortal.Core.PublicNotices.Objections;

/// <summary>Whom an objection concerns beside whoever raised it: nobody works on an objection against an own application.</summary>
internal static class ObjectionParties
{
    private const string Sql =
        """
        select exists (select from objections b join applications a on a.case_id = b.case_id
          where b.id = $1 and (a.created_by = $2 or a.subject_person_id = $3))
        """;

    /// <summary>Whether an objection is against the officer's own application.</summary>
    public static async ValueTask<bool> IsPartyAsync(CaseWork work, Actor actor, CancellationToken ct)
    {
        if (work.Case.Kind is not CaseKind.Objection) return false;
        await using var command = new NpgsqlCommand(Sql, work.Connection)
        {
            Parameters = { CaseBatch.Uuid(work.CaseId), CaseBatch.Uuid(actor.UserId), CaseBatch.Uuid(actor.PersonId) },
        };
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }
}
