using System.Globalization;
using System.Text.Json.Nodes;
using Npgsql;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Applications.Unlisted;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Notifications;
using TalentPortal.Core.Orchestration;
using TalentPortal.Core.Orchestration.Dispatches;

namespace TalentPortal.Core.PublicNotices.Objections;

/// <summary>Fills the case of an objection: an application of the item that no list names, and its workflow.</summary>
public sealed class ObjectionCases(NpgsqlDataSource database, UnlistedCases cases, Orchestrator orchestrator)
{
    /// <summary>Key of the service item.</summary>
    public const string ItemKey = "notice-objection";

    private const string RaisedSql =
        """
        select b.id, b.case_id, c.number, c.district_id, e.subject_name, n.title, b.raised_on, b.content, b.raised_by is null
        from objections b join cases c on c.id = b.case_id
        join notice_entries e on e.id = b.entry_id join public_notices n on n.id = e.notice_id
        where b.id = $1
        """;

    /// <summary>The item's newest version.</summary>
    /// <exception cref="InvalidOperationException">It was never loaded.</exception>
    public ServiceItemVersion Item => cases.ItemOf(ItemKey);

    /// <summary>An objection; null when there is none.</summary>
    public async Task<RaisedObjection?> FindAsync(Guid id, CancellationToken ct)
    {
        await using var command = database.CreateCommand(RaisedSql);
        command.Parameters.Add(CaseBatch.Uuid(id));
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct)) return null;
        return new RaisedObjection(reader.GetGuid(0), reader.GetGuid(1), reader.GetString(2), reader.GetInt16(3), reader.GetString(4),
            reader.GetString(5), reader.GetFieldValue<DateOnly>(6), reader.GetString(7), reader.GetBoolean(8));
    }

    /// <summary>Fills the new case and starts its workflow; its end is reported to the case that it stops.</summary>
    /// <param name="work">The new case.</param>
    /// <param name="raised">The objection.</param>
    /// <param name="by">Who raised or recorded it.</param>
    /// <param name="materials">Keys of the evidence.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result> FillAsync(
        CaseWork work, RaisedObjection raised, Actor by, IReadOnlyList<Guid> materials, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(raised);
        ArgumentNullException.ThrowIfNull(by);
        var version = await cases.FillAsync(work, new UnlistedRequest(ItemKey, by.UserId, raised.Subject, Answers(raised))
        {
            FilledByText = raised.IsRecorded ? "recorded" : null,
        }, ct);
        if (await CaseMaterials.LinkAsync(work, by, version.Item, materials, ct) is { Succeeded: false } refused) return refused;
        work.Record("ApplicationSubmitted", ("item", version.Item.Code), ("version", version.Item.Version), ("against", raised.FromCaseId));
        work.Tell(MessageTemplates.ApplicationSubmitted);
        await orchestrator.StartDispatchedAsync(work, new DispatchOrder
        {
            FromCaseId = raised.FromCaseId,
            DistrictId = raised.DistrictId,
            FromNumber = raised.FromNumber,
            DefinitionId = version.Item.DefinitionId,
            DefinitionVersion = version.DefinitionVersion,
            Input = [],
            Awaited = true,
            Depth = 1,
        }, ct);
        return Result.Success;
    }

    private static JsonObject Answers(RaisedObjection raised) => new()
    {
        ["against"] = raised.Subject,
        ["notice"] = raised.Notice,
        ["caseNumber"] = raised.FromNumber,
        ["raisedOn"] = raised.RaisedOn.ToString("O", CultureInfo.InvariantCulture),
        ["content"] = raised.Content,
    };
}
