using System.Globalization;
using System.Text;
using System.Text.Json;
using TalentPortal.Core.Keys;

namespace TalentPortal.Core.Cases;

/// <summary>Signs entries of the audit: each digest covers the entry and the digest before it.</summary>
/// <param name="mac">The keyed digest.</param>
public sealed class AuditChain(AuditMac mac)
{
    /// <summary>The version of the key that signs now.</summary>
    public int KeyVersion => mac.KeyVersion;

    /// <summary>The digest of an entry that follows <paramref name="head"/>, by the current key.</summary>
    public byte[] Sign(byte[] head, OperationEvent entry) => mac.Next(head, Content(entry));

    /// <summary>Whether an entry carries the digest that its content and <paramref name="head"/> call for.</summary>
    public bool Holds(byte[] head, OperationEvent entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return mac.Verify(head, Content(entry), entry.KeyVersion, entry.Mac);
    }

    /// <summary>The keyed digest of a row by the current key, as lower-case hex.</summary>
    internal string RowDigest(SpineTable table, object row) => ValuesDigest(table, table.ValuesOf(row));

    /// <summary>The same of a row's values, in the order of the table's columns.</summary>
    internal string ValuesDigest(SpineTable table, IReadOnlyList<object?> values) =>
        Convert.ToHexStringLower(mac.Next(AuditMac.Start, RowContent(table, table.CanonicalOf(values))));

    /// <summary>Whether a row is as it was when its digest was taken.</summary>
    internal bool RowHolds(SpineTable table, object row, string digest, int keyVersion) =>
        mac.Verify(AuditMac.Start, RowContent(table, table.Canonical(row)), keyVersion, Convert.FromHexString(digest));

    /// <summary>How a row is named in an entry: <c>table/key</c>.</summary>
    internal static string RowName(SpineTable table, object key) => string.Create(CultureInfo.InvariantCulture, $"{table.Name}/{key}");

    private static byte[] RowContent(SpineTable table, byte[] canonical) => [.. Encoding.UTF8.GetBytes(table.Name), .. canonical];

    private static byte[] Content(OperationEvent entry)
    {
        using var stream = new MemoryStream(512);
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartArray();
            writer.WriteStringValue(entry.StreamId);
            writer.WriteNumberValue(entry.Seq);
            writer.WriteStringValue(entry.OperationId);
            writer.WriteStringValue(entry.Type);
            writer.WriteStringValue(entry.ActorId?.ToString());
            writer.WriteStringValue(entry.ActorRole);
            writer.WriteStringValue(MicroTime.Truncate(entry.At).ToString("O", CultureInfo.InvariantCulture));
            writer.WriteStringValue(entry.Facts);
            writer.WriteStringValue(entry.RowDigests);
            writer.WriteEndArray();
        }

        return stream.ToArray();
    }
}
