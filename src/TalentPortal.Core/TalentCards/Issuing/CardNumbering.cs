using Npgsql;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Parties;
using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Core.TalentCards.Cards;

namespace TalentPortal.Core.TalentCards.Issuing;

/// <summary>Gives cards their numbers; one that was ever given is not given again.</summary>
public sealed class CardNumbering(PortalDistrict district)
{
    private const string NextSql = "select nextval('card_serials')";

    /// <summary>The next number, kept with the locked card.</summary>
    public async Task<CardNumber> NextAsync(CaseWork work, CardLevel level, DateOnly on, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(level);
        await using var command = new NpgsqlCommand(NextSql, work.Connection);
        var serial = (long)(await command.ExecuteScalarAsync(ct))!;
        var number = CardNumber.Create(district.Code, level.Digit, on.Year, serial);
        work.Rows<CardNumberUse>().Add(new CardNumberUse { Number = number.Value, CaseId = work.CaseId, GivenAt = work.Now });
        // The serial starts again after 99,999 numbers: a number that is taken is met then, and the next one is drawn.
        work.TryAgainOn("card_numbers_pkey");
        return number;
    }
}
