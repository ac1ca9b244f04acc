using TalentPortal.Core.Cases;

namespace TalentPortal.Core.Parties;

/// <summary>A human being as a subject of cases, whether or not there is an account. Identifiers are encrypted at rest.</summary>
public sealed record Person
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>The district that keeps the record.</summary>
    public required short DistrictId { get; init; }

    /// <summary>Full name.</summary>
    public required string FullName { get; init; }

    /// <summary>Encrypted citizen number or permit number.</summary>
    public byte[]? CitizenIdCipher { get; init; }

    /// <summary>Keyed digest of the normalised number, for equal search.</summary>
    public byte[]? CitizenIdIndex { get; init; }

    /// <summary>The number as shown.</summary>
    public string? CitizenIdMasked { get; init; }

    /// <summary>Encrypted mobile number.</summary>
    public byte[]? PhoneCipher { get; init; }

    /// <summary>Keyed digest of the mobile number.</summary>
    public byte[]? PhoneIndex { get; init; }

    /// <summary>The mobile number as shown.</summary>
    public string? PhoneMasked { get; init; }

    /// <summary>When the record was made, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Counts changes; two who edit at once are told.</summary>
    public int Revision { get; init; }

    /// <summary>A person first met in a case is added with it.</summary>
    internal static SpineTable<Person> Table { get; } = new("persons", 5, new SpineTableOptions { Loaded = false });
}
