using Npgsql;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.PublicNotices.Objections;

/// <summary>Leads without a name: taken while a notice runs, read by the talent office. Nothing about who sent one is kept.</summary>
public sealed class NoticeLeads(NpgsqlDataSource database, CaseTransaction transactions, PortalTimeZone zone)
{
    /// <summary>Longest text, in UTF-16 code units.</summary>
    public const int LongestText = 2000;

    private const string ListSql =
        """
        select l.case_id, c.number, e.subject_name, e.notice_id, n.title, l.content, l.received_at
        from notice_leads l join cases c on c.id = l.case_id join notice_entries e on e.id = l.entry_id join public_notices n on n.id = e.notice_id
        where ($1::uuid is null or e.notice_id = $1)
        order by l.received_at desc, l.id limit $2
        """;

    /// <summary>Registers a lead.</summary>
    /// <param name="entryId">About which entry.</param>
    /// <param name="content">What was said.</param>
    /// <param name="operation">The operation, of nobody.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result> RegisterAsync(Guid entryId, string content, Operation operation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (await CaseOfAsync(entryId, ct) is not { } caseId) return new CaseNotFound();
        return await transactions.RunAsync(caseId, operation, (work, _) => Task.FromResult(Register(work, entryId, content.Trim())), ct);
    }

    /// <summary>The newest leads.</summary>
    /// <param name="noticeId">About which notice; null for all.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<LeadRow>> ListAsync(Guid? noticeId, int most, CancellationToken ct)
    {
        await using var command = database.CreateCommand(ListSql);
        command.Parameters.Add(CaseBatch.Uuid(noticeId));
        command.Parameters.AddWithValue(most);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<LeadRow>();
        while (await reader.ReadAsync(ct))
        {
            rows.Add(new LeadRow(reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetGuid(3), reader.GetString(4),
                reader.GetString(5),
                zone.DateOf(reader.GetFieldValue<DateTimeOffset>(6))));
        }

        return rows;
    }

    private Result Register(CaseWork work, Guid entryId, string content)
    {
        var entry = work.Rows<NoticeEntry>().Single(row => row.Id == entryId);
        var period = work.Rows<CaseDeadline>().LastOrDefault(clock => clock.Kind is DeadlineKind.Notice && clock.EndedOn is null);
        if (!entry.IsOpen || period is null || zone.DateOf(work.Now) > period.DueOn) return new NoticeOver();
        if (content.Length is 0 or > LongestText) return new ObjectionTextInvalid(LongestText);
        var lead = work.Rows<NoticeLead>().Add(new NoticeLead
        {
            Id = Ids.New(),
            CaseId = work.CaseId,
            EntryId = entryId,
            Content = content,
            ReceivedAt = work.Now,
        });
        work.Record("LeadRegistered", ("lead", lead.Id), ("entry", entryId));
        return Result.Success;
    }

    private async Task<Guid?> CaseOfAsync(Guid entryId, CancellationToken ct)
    {
        await using var command = database.CreateCommand("select case_id from notice_entries where id = $1");
        command.Parameters.Add(CaseBatch.Uuid(entryId));
        return await command.ExecuteScalarAsync(ct) as Guid?;
    }
}
