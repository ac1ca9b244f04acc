using System.Globalization;
using TalentPortal.Core.Standards;

namespace TalentPortal.Core.Seeding.Bulk;

/// <summary>Somebody made up; the same number is always the same person, with valid numbers of their own.</summary>
/// <param name="Name">Full name.</param>
/// <param name="CitizenId">Citizen number with its check character.</param>
/// <param name="Phone">Mobile number.</param>
internal sealed record BulkPerson(string Name, string CitizenId, string Phone)
{
    private const int SerialsADay = 999;
    private const int Days = 8_000;
    private const int Scatter = 7919;
    private const int Phones = 1_000_000_000;
    private static readonly DateOnly FirstBirth = new(1970, 1, 1);

    /// <summary>Makes the person of a number.</summary>
    public static BulkPerson Of(BulkMaterial material, int number)
    {
        var surname = material.Surnames[number % material.Surnames.Count];
        var given = material.GivenNames[(int)((long)number * Scatter / material.Surnames.Count % material.GivenNames.Count)];
        var place = number / SerialsADay;
        var born = FirstBirth.AddDays((int)((long)place * Scatter % Days));
        var region = material.BirthRegions[place / Days % material.BirthRegions.Count];
        var body = string.Create(CultureInfo.InvariantCulture, $"{region}{born:yyyyMMdd}{(number % SerialsADay) + 1:000}");
        var phone = string.Create(CultureInfo.InvariantCulture, $"19{(long)number * Scatter % Phones:000000000}");
        return new BulkPerson(surname + given, body + Iso7064.Mod11Radix2(body), phone);
    }
}
