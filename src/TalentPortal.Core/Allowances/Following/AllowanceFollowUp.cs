using System.Globalization;
using Npgsql;
using TalentPortal.Core.Allowances.Recoveries;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Recognitions.Life;
using TalentPortal.Core.Recognitions.Life.FollowUps;
using TalentPortal.Core.Standards.Codes;
using TalentPortal.Core.TalentCards.Following;

namespace TalentPortal.Core.Allowances.Following;

/// <summary>
/// What an allowance owes to a recognition, through the card: one that the card gives no longer ends, and money may be claimed back; one
/// whose card rests is not paid meanwhile, which its own conditions see to; one that another level gives ends with the card's own change
/// (<see cref="FollowCardJob"/>) and may be asked for anew.
/// </summary>
public sealed class AllowanceFollowUp(NpgsqlDataSource database, CardFollowUp cards, AllowanceClawback clawback, CodeTables codes)
    : IRecognitionFollowUp
{
    private const string Table = "allowance-follow-ups";
    private const string Ends = "ends";

    private const string RunningSql =
        """
        select a.case_id, a.benefit, a.card_id, a.level, a.period is null from allowances a join talent_cards t on t.case_id = a.card_id join recognitions r on r.person_id = t.person_id
        where r.id = $1 and a.status = 'Active' order by a.from_on, a.case_id
        """;

    /// <inheritdoc />
    public string JobKind => FollowAllowanceJob.Kind;

    /// <inheritdoc />
    public async Task<IReadOnlyList<FollowUpLine>> PreviewAsync(Guid recognitionId, RecognitionStatus becomes, CancellationToken ct)
    {
        var lines = new List<FollowUpLine>();
        var running = await RunningAsync(recognitionId, ct);
        if (running.Count == 0 || await cards.AfterAsync(recognitionId, becomes, ct) is not { } after) return lines;
        var atStake = (await clawback.PreviewAsync(after.CardId, ct)).ToDictionary(one => one.AllowanceId);
        foreach (var one in running.Where(one => one.CardId == after.CardId))
        {
            if (Consequence(one, after) is not { } code || !atStake.TryGetValue(one.AllowanceId, out var stake)) continue;
            lines.Add(new FollowUpLine(stake.Benefit, Say(code, stake)) { CaseId = code == Ends ? one.AllowanceId : null });
        }

        return lines;
    }

    /// <summary>The allowances that hang on a recognition and run, the oldest first.</summary>
    internal async Task<IReadOnlyList<Guid>> RunningOfAsync(Guid recognitionId, CancellationToken ct) =>
        [.. (await RunningAsync(recognitionId, ct)).Select(one => one.AllowanceId)];

    /// <summary>Whether an allowance has to end, by what its card gives as the recognition stands.</summary>
    internal async Task<bool> EndsAsync(Guid allowanceId, Guid recognitionId, RecognitionStatus status, CancellationToken ct)
    {
        if ((await RunningAsync(recognitionId, ct)).FirstOrDefault(one => one.AllowanceId == allowanceId) is not { } running) return false;
        var after = await cards.AfterAsync(recognitionId, status, ct);
        return after is null || after.CardId != running.CardId || (!after.IsPaused && !after.Gives(running.Benefit));
    }

    /// <summary>Why, as the holder reads it.</summary>
    internal string Reason => Find("reason").Zh;

    /// <summary>The same where the card got another level.</summary>
    internal string ReasonOfLevel => Find("reason-level").Zh;

    /// <summary>The same where the card was cancelled.</summary>
    internal string ReasonOfCancellation => Find("reason-cancelled").Zh;

    /// <summary>
    /// What becomes of it, as the table of words names it; null where it goes on. What comes once was had at the level of its grant.
    /// </summary>
    private static string? Consequence(Running one, CardAfter after)
    {
        if (after.IsPaused) return "rests";
        if (!after.Gives(one.Benefit)) return Ends;
        return after.Level != one.Level && !one.IsOnce ? "anew" : null;
    }

    private LocalizedText Say(string code, AllowanceAtStake stake)
    {
        var (words, paid, most) = (Find(code), Yuan(stake.Paid), Yuan(stake.Claimable));
        return new LocalizedText(Fill(words.Zh, paid, most), Fill(words.En, paid, most));
    }

    private static string Fill(string words, string paid, string most) =>
        words.Replace("{0}", paid, StringComparison.Ordinal).Replace("{1}", most, StringComparison.Ordinal);

    private static string Yuan(decimal amount) => amount.ToString("#,##0.##", CultureInfo.InvariantCulture);

    private CodeItem Find(string code) =>
        codes[Table].Find(code) ?? throw new InvalidOperationException($"The table {Table} has no '{code}'.");

    private async Task<IReadOnlyList<Running>> RunningAsync(Guid recognitionId, CancellationToken ct)
    {
        await using var command = database.CreateCommand(RunningSql);
        command.Parameters.Add(CaseBatch.Uuid(recognitionId));
        await using var row = await command.ExecuteReaderAsync(ct);
        var found = new List<Running>();
        while (await row.ReadAsync(ct))
            found.Add(new Running(row.GetGuid(0), row.GetString(1), row.GetGuid(2), row.GetString(3), row.GetBoolean(4)));
        return found;
    }

    private sealed record Running(Guid AllowanceId, string Benefit, Guid CardId, string Level, bool IsOnce);
}
