using System.Data.Common;
using System.Globalization;
using System.Text;
using Npgsql;
using NpgsqlTypes;

namespace TalentPortal.Core.Reviews.Queries.Lists;

/// <summary>In which order cases are listed, and where a page of that order begins.</summary>
/// <param name="By">By what.</param>
/// <param name="Descending">Whether the greatest comes first.</param>
public sealed record CaseListOrder(CaseListSort By, bool Descending)
{
    /// <summary>Those handed in last come first.</summary>
    public static CaseListOrder Newest { get; } = new(CaseListSort.Submitted, Descending: true);

    /// <summary>The expression that cases are ordered by: one of these and nothing else, whatever a page was asked for.</summary>
    internal string Key => By switch
    {
        CaseListSort.Number => "c.number",
        CaseListSort.Item => "a.service_item_code",
        CaseListSort.Status => "a.status",
        CaseListSort.Town => "coalesce((select o.name_zh from organisations o where o.id = a.town_organisation_id), '')",
        _ => "a.submitted_at",
    };

    /// <summary>
    /// The condition of a page and its order; the key before the page is the parameter <paramref name="first"/>, its case the next.
    /// </summary>
    internal string Page(int first)
    {
        var direction = Descending ? "desc" : "asc";
        var beyond = Descending ? '<' : '>';
        return string.Create(CultureInfo.InvariantCulture,
            $"and (${first + 1}::uuid is null or ({Key}, c.id) {beyond} (${first}, ${first + 1})) order by {Key} {direction}, a.case_id {direction}");
    }

    /// <summary>Where the page after the row at hand begins, told so that <see cref="Parse"/> reads it.</summary>
    internal string After(DbDataReader reader, int column)
    {
        var key = By is CaseListSort.Submitted
            ? reader.GetFieldValue<DateTimeOffset>(column).UtcTicks.ToString(CultureInfo.InvariantCulture)
            : Convert.ToHexStringLower(Encoding.UTF8.GetBytes(reader.GetString(column)));
        return $"{By}{(Descending ? '-' : '+')}.{key}.{reader.GetGuid(0):N}";
    }

    /// <summary>Reads what <see cref="After"/> wrote; what is anything else, or of another order, is the first page.</summary>
    internal (NpgsqlParameter Key, Guid? CaseId) Parse(string? after)
    {
        if (after?.Split('.') is [var order, var key, var id] && order == $"{By}{(Descending ? '-' : '+')}"
            && Guid.TryParseExact(id, "N", out var caseId)
            && KeyOf(key) is { } value) return (Parameter(value), caseId);
        return (Parameter(DBNull.Value), null);
    }

    private NpgsqlParameter Parameter(object value) =>
        new() { Value = value, NpgsqlDbType = By is CaseListSort.Submitted ? NpgsqlDbType.TimestampTz : NpgsqlDbType.Text };

    private object? KeyOf(string text)
    {
        if (By is CaseListSort.Submitted)
            return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
                && ticks <= DateTimeOffset.MaxValue.UtcTicks
                ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;
        var bytes = new byte[text.Length / 2];
        return Convert.FromHexString(text, bytes, out _, out var written) is System.Buffers.OperationStatus.Done && written == bytes.Length
            && !bytes.Contains((byte)0)
            ? Encoding.UTF8.GetString(bytes) : null;
    }
}
