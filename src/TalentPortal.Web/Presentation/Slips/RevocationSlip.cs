using System.Globalization;
using Microsoft.Extensions.Localization;
using TalentPortal.Core.Recognitions.Life;
using TalentPortal.Core.Recognitions.Life.FollowUps;
using TalentPortal.Core.Standards;
using TalentPortal.Core.Standards.Codes;
using TalentPortal.Web.Presentation.Texts;

namespace TalentPortal.Web.Presentation.Slips;

/// <summary>
/// What the letter about a revocation says: which recognition, why, what the holder said, from which day, how much is to be paid back, and
/// what follows.
/// </summary>
public sealed class RevocationSlip(
    LifeQueries recognitions, DecidedFollowUps followUps, CodeTables codes, IStringLocalizer texts, DisplayFormat display)
{
    /// <summary>Whether a case ended with one.</summary>
    public async Task<bool> IsOwedAsync(Guid caseId, CancellationToken ct) =>
        await recognitions.MatterAsync(caseId, ct) is { Result: RecognitionMatterResult.Revoked };

    /// <summary>Its lines.</summary>
    /// <param name="caseId">The case of the revocation.</param>
    /// <param name="facts">The facts and grounds of the form.</param>
    /// <param name="on">The day of the decision.</param>
    /// <param name="decidedBy">The body that decided.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<SlipLine>?> LinesAsync(Guid caseId, string facts, DateOnly on, string decidedBy, CancellationToken ct)
    {
        if (await recognitions.MatterAsync(caseId, ct) is not { Result: RecognitionMatterResult.Revoked } matter) return null;
        if (await recognitions.FindAsync(matter.RecognitionId, ct) is not { } row) return null;
        var culture = CultureInfo.CurrentUICulture;
        var follows = await followUps.LinesAsync(caseId, row, ct);
        return
        [
            Line("Recognition", $"{codes["talent-categories"].Label(row.SubCategory ?? row.Category, culture)} · "
                + $"{codes["recognition-levels"].Label(row.Level, culture)} · {CertificateNumber.Parse(row.Number).Value}"),
            Line("Reason", matter.Reason is { } reason ? codes["revocation-reasons"].Label(reason, culture) : ""),
            Line("Facts", facts),
            Line("Heard", matter.Kind is RecognitionMatterKind.Return ? texts["Slips.Revocation.OwnRequest"].Value
                : matter.Statement ?? texts["Slips.Revocation.Silent", matter.AnswerBy!].Value),
            Line("DecidedBy", decidedBy),
            Line("From", display.DateWithYear(on)),
            Line("Amount", texts["Slips.Revocation.Yuan", matter.Amount ?? 0m].Value),
            Line("Follows", follows.Count == 0 ? texts["Slips.Revocation.NothingFollows"].Value
                : string.Join('\n', follows.Select(one => texts["Slips.Revocation.Follow", one.Subject, one.Consequence].Value))),
        ];
    }

    private SlipLine Line(string what, string says) => new(texts["Slips.Revocation." + what].Value, says);
}
