using System.Security.Cryptography;

namespace TalentPortal.Core.Keys;

/// <summary>
/// The portal's keys: for each purpose a current one and any number of older ones, which still open what they closed.
/// They come from outside the database; see <see cref="KeyStore"/>.
/// </summary>
public sealed class KeyRing
{
    private readonly Dictionary<KeyPurpose, PortalKey[]> keys;

    /// <summary>Gathers keys.</summary>
    /// <param name="keys">At least one a purpose, each version once.</param>
    /// <exception cref="ArgumentException">A purpose has no key, a version stands twice, or a key has the wrong length or
    /// version.</exception>
    public KeyRing(IEnumerable<(KeyPurpose Purpose, PortalKey Key)> keys)
    {
        this.keys = keys.GroupBy(pair => pair.Purpose, pair => pair.Key)
            .ToDictionary(group => group.Key, group => group.OrderByDescending(key => key.Version).ToArray());
        foreach (var purpose in Enum.GetValues<KeyPurpose>())
        {
            if (!this.keys.TryGetValue(purpose, out var versions))
                throw new ArgumentException($"There is no key for {purpose}.", nameof(keys));
            if (versions.DistinctBy(key => key.Version).Count() != versions.Length)
                throw new ArgumentException($"A version of the key for {purpose} stands twice.", nameof(keys));
            if (Array.Find(versions, key => key.Secret.Length != PortalKey.Length || key.Version is < 1 or > ushort.MaxValue) is { } bad)
                throw new ArgumentException(
                    $"The {bad} for {purpose} is not {PortalKey.Length} bytes long or its version not 1–65535.", nameof(keys));
        }
    }

    /// <summary>The key that closes from now on.</summary>
    public PortalKey Current(KeyPurpose purpose) => keys[purpose][0];

    /// <summary>All keys of a purpose, the current one first.</summary>
    public IReadOnlyList<PortalKey> All(KeyPurpose purpose) => keys[purpose];

    /// <summary>The key of this version.</summary>
    /// <exception cref="CryptographicException">It is not on the ring: it was removed too early, or the data is another
    /// portal's.</exception>
    public PortalKey Find(KeyPurpose purpose, int version) =>
        Array.Find(keys[purpose], key => key.Version == version)
        ?? throw new CryptographicException($"Key {version} for {purpose} is not on the ring; Portal:Keys must keep older keys.");
}
