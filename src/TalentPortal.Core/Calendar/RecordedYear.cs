namespace TalentPortal.Core.Calendar;

/// <summary>A year of a layer as it was recorded while the portal runs: it takes the place of the file's.</summary>
/// <param name="Layer">The layer's name.</param>
/// <param name="Year">Its days.</param>
public sealed record RecordedYear(string Layer, CalendarYear Year);
