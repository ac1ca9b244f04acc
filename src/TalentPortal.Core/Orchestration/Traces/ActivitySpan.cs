using System.Runtime.InteropServices;

namespace TalentPortal.Core.Orchestration.Traces;

/// <summary>One stay of an instance in an activity; runs side by side are one stay.</summary>
/// <param name="From">Since when, UTC.</param>
/// <param name="To">Until when, UTC; null while it lasts.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ActivitySpan(DateTimeOffset From, DateTimeOffset? To);
