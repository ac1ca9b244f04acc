using TalentPortal.Core.Cases;
using TalentPortal.Core.Parties;
using TalentPortal.Core.Standards;

namespace TalentPortal.Core.Applications;

/// <summary>Gives a case its number when it is handed in.</summary>
public sealed class CaseNumbering(CaseNumbers serials, PortalDistrict district)
{
    /// <summary>Numbers the case: district, item, local date, serial, check digits.</summary>
    public async Task NumberAsync(CaseWork work, string itemCode, DateOnly today, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        var number = CaseNumber.Create(district.Code, itemCode, today, await serials.NextAsync(ct));
        work.Rows<Case>().Replace(work.Case with { Number = number.Value });
    }
}
