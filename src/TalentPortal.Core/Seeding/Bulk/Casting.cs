using System.Globalization;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Catalogue.Forms;
using TalentPortal.Core.Keys;
using TalentPortal.Core.Standards;

namespace TalentPortal.Core.Seeding.Bulk;

/// <summary>One copy of a mold: its keys, its person, its place in time.</summary>
/// <param name="Ids">The key in each of the mold's slots.</param>
/// <param name="Person">Whom it is about.</param>
/// <param name="Number">Its number; empty for a draft.</param>
/// <param name="Days">Working days in a row.</param>
/// <param name="Shift">How many working days after the mold.</param>
/// <param name="Within">How much later in the day.</param>
/// <param name="Keys">What encrypts and indexes.</param>
internal sealed record Casting(
    Guid[] Ids, BulkPerson Person, string Number, WorkingDays Days, int Shift, TimeSpan Within, CastingKeys Keys)
{
    /// <summary>What stands in the place of a part of a text.</summary>
    public string Text(MoldPart part) => part.Kind switch
    {
        MoldPartKind.Literal => part.Text,
        MoldPartKind.Key => Ids[part.Slot].ToString("D"),
        MoldPartKind.ShortKey => Ids[part.Slot].ToString("N"),
        MoldPartKind.Name => Person.Name,
        MoldPartKind.Number => Number,
        MoldPartKind.Phone => Mask.Phone(Person.Phone),
        MoldPartKind.CitizenId => Mask.IdentityNumber(Person.CitizenId),
        _ => Days.Move(part.On, Shift).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    /// <summary>The plain value of a secret.</summary>
    public string Plain(SecretKind kind) => kind is SecretKind.CitizenId ? Person.CitizenId : Person.Phone;
}

/// <summary>What encrypts and indexes copies' secrets.</summary>
/// <param name="Cipher">Encrypts.</param>
/// <param name="Box">Knows how secrets are indexed.</param>
internal sealed record CastingKeys(FieldCipher Cipher, SecretBox Box);
