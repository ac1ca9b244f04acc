using TalentPortal.Core.Kernel;
using TalentPortal.Core.Keys;
using Xunit;

namespace TalentPortal.Core.Tests.Keys;

public sealed class KeyStoreTests : IDisposable
{
    private const string Secret = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private readonly string directory = Path.Combine(Path.GetTempPath(), $"portal-keys-{Guid.NewGuid():N}");

    public void Dispose()
    {
        if (Directory.Exists(directory)) Directory.Delete(directory, recursive: true);
    }

    [Fact]
    public void ReadOrGenerate_Twice_GivesTheSameKeysReadableForTheOwnerOnly()
    {
        var first = KeyStore.ReadOrGenerate(directory);
        var second = KeyStore.ReadOrGenerate(directory);

        foreach (var purpose in Enum.GetValues<KeyPurpose>())
        {
            Assert.Equal(first.Current(purpose).Secret, second.Current(purpose).Secret);
            Assert.NotEqual(new byte[PortalKey.Length], first.Current(purpose).Secret);
        }

        Assert.Equal(4, Directory.GetFiles(directory).Length);
        if (OperatingSystem.IsWindows()) return;
        Assert.All(Directory.GetFiles(directory), path => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, ModeOf(path)));
    }

    [Fact]
    public void Read_NextVersionAdded_MakesItCurrentAndKeepsTheOlder()
    {
        var before = KeyStore.ReadOrGenerate(directory).Current(KeyPurpose.Fields);
        File.WriteAllText(Path.Combine(directory, "fields-2.key"), Secret + "\n");

        var ring = KeyStore.Read(directory);

        Assert.Equal(2, ring.Current(KeyPurpose.Fields).Version);
        Assert.Equal(before.Secret, ring.Find(KeyPurpose.Fields, 1).Secret);
        Assert.Equal(1, ring.Current(KeyPurpose.AuditMac).Version);
    }

    [Fact]
    public void Read_JsonObject_GivesTheRing()
    {
        var ring = KeyStore.Read($$"""{"fields-3":"{{Secret}}","blind-index-1":"{{Secret}}","audit-mac-1":"{{Secret}}","signatures-1":"{{Secret}}"}""");

        Assert.Equal(3, ring.Current(KeyPurpose.Fields).Version);
        Assert.Equal(Convert.FromBase64String(Secret), ring.Current(KeyPurpose.Signatures).Secret);
    }

    [Theory]
    [InlineData(null, "Portal:Keys is not set")]
    [InlineData("  ", "Portal:Keys is not set")]
    [InlineData("/nowhere/at/all", "no directory")]
    [InlineData("{", "not a JSON object")]
    [InlineData("""{"fields-1":"c2hvcnQ="}""", "not 32 bytes")]
    [InlineData("""{"fields":"x"}""", "not the name of a key")]
    [InlineData($$"""{"fields-1":"{{Secret}}"}""", "no key for BlindIndex")]
    [InlineData($$"""{"fields-0":"{{Secret}}","blind-index-1":"{{Secret}}","audit-mac-1":"{{Secret}}","signatures-1":"{{Secret}}"}""", "key 0")]
    public void Read_SomethingIsWrong_RefusesWithASentenceThatHoldsNoSecret(string? configured, string sentence)
    {
        var refusal = Assert.Throws<StartupRefusedException>(() => KeyStore.Read(configured));

        Assert.Contains(sentence, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, refusal.Message, StringComparison.Ordinal);
    }

    private static UnixFileMode ModeOf(string path) => OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(path);
}
