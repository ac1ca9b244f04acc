using System.Globalization;
using Npgsql;
using NpgsqlTypes;
using TalentPortal.Core.Cases;

namespace TalentPortal.Core.Reviews.Queries.Search;

/// <summary>The condition of a search on cases <c>c</c>: each kind begins at one index. It takes two parameters.</summary>
internal static class CaseSearchSql
{
    private const string Citizen = """
        c.id in (select x.case_id from application_secrets x where x.blind_index = {1}
          union all select b.case_id from applications b join persons p on p.id = b.subject_person_id where p.citizen_id_index = {1})
        """;

    // An array, and not a join: how many numbers end so is guessed a thousand times too high, and every case would be looked at.
    private const string Tail = """
        c.id = any(array(select k.id from cases k where k.number is not null and reverse(k.number) like {0} limit 1000))
        """;

    private const string Credit = """
        c.id in (select b.case_id from applications b join organisations o on o.id = b.subject_organisation_id
          where o.unified_social_credit_code = {0})
        """;

    // Organisations are few: whatever stands in their name is looked for there, and their cases are found by key.
    private const string Name = """
        c.id in (select b.case_id from applications b where b.subject_name = {0} and b.submitted_at is not null
          union all select b.case_id from applications b join organisations o on o.id = b.subject_organisation_id
            where length({0}) >= 2 and (strpos(lower(o.name_zh), lower({0})) > 0 or strpos(lower(o.name_en), lower({0})) > 0))
        """;

    /// <summary>The condition.</summary>
    /// <param name="search">What is looked for.</param>
    /// <param name="first">The number of the first of its parameters.</param>
    public static string Condition(CaseSearch search, int first) => string.Format(CultureInfo.InvariantCulture, search.Kind switch
    {
        CaseSearchKind.Number => "c.number = {0}",
        CaseSearchKind.NumberTail => Tail,
        CaseSearchKind.CitizenId => Citizen,
        CaseSearchKind.CreditCode => Credit,
        _ => Name,
    }, $"${first}::text", $"${first + 1}::bytea");

    /// <summary>Its parameters; a list without a search takes them as well.</summary>
    public static IEnumerable<NpgsqlParameter> Parameters(CaseSearch? search)
    {
        yield return CaseBatch.Text(search?.Kind is CaseSearchKind.NumberTail
            ? string.Concat(search.Text.Reverse()) + "%" : search?.Text);
        yield return new NpgsqlParameter { Value = (object?)search?.BlindIndex ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bytea };
    }
}
