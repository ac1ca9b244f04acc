namespace TalentPortal.Core.Calendar;

/// <summary>Turns moments into local dates and back; <c>…On</c> dates are those of this time zone.</summary>
/// <param name="time">The portal's clock.</param>
/// <param name="zone">The portal's time zone.</param>
public sealed class PortalTimeZone(TimeProvider time, TimeZoneInfo zone)
{
    /// <summary>The time zone when nothing else is configured (<c>Portal:TimeZone</c>).</summary>
    public const string DefaultId = "Asia/Shanghai";

    /// <summary>Takes the time zone by its IANA name.</summary>
    /// <param name="time">The portal's clock.</param>
    /// <param name="id">The IANA name.</param>
    /// <exception cref="TimeZoneNotFoundException">The machine does not know it.</exception>
    public PortalTimeZone(TimeProvider time, string id = DefaultId)
        : this(time, TimeZoneInfo.FindSystemTimeZoneById(id))
    {
    }

    /// <summary>What the zone is called; the database knows it by the same name.</summary>
    public string Id => zone.Id;

    /// <summary>The moment now, in UTC.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>The local date now.</summary>
    public DateOnly Today => DateOf(Now);

    /// <summary>The moment in local time, for showing.</summary>
    public DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone);

    /// <summary>The local date of a moment.</summary>
    public DateOnly DateOf(DateTimeOffset at) => DateOnly.FromDateTime(Local(at).DateTime);

    /// <summary>The moment, in UTC, at which a local date begins. What lasts through a date ends where the next begins.</summary>
    public DateTimeOffset StartOf(DateOnly on)
    {
        var midnight = on.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(midnight)) midnight = midnight.AddMinutes(1); // a zone whose summer time begins at midnight
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).ToUniversalTime();
    }
}
