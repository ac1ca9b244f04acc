using System.Runtime.InteropServices;

namespace TalentPortal.Core.Files.Sniffing;

/// <summary>Bytes in memory, read as a stream.</summary>
internal static class Memory
{
    /// <summary>A stream over the same bytes where an array holds them, else over a copy.</summary>
    public static MemoryStream Read(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var segment)
            ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);
}
