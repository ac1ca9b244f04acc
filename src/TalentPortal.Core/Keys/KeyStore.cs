using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Keys;

/// <summary>
/// Reads the keys. Each has a name, <c>fields-1</c>, <c>blind-index-1</c>, <c>audit-mac-1</c>, <c>signatures-1</c>, with its version
/// at the end, and is 32 bytes in Base64. To rotate, add the next version and keep the older ones.
/// </summary>
public static partial class KeyStore
{
    private const string Extension = ".key";

    private static readonly Dictionary<string, KeyPurpose> Names = new(StringComparer.Ordinal)
    {
        ["fields"] = KeyPurpose.Fields,
        ["blind-index"] = KeyPurpose.BlindIndex,
        ["audit-mac"] = KeyPurpose.AuditMac,
        ["signatures"] = KeyPurpose.Signatures,
    };

    /// <summary>
    /// Reads keys from the setting <c>Portal:Keys</c>: a JSON object of names and secrets, or a directory of files <c>name.key</c>.
    /// </summary>
    /// <exception cref="StartupRefusedException">The setting is empty, or a key is missing or unreadable.</exception>
    public static KeyRing Read(string? configured)
    {
        if (string.IsNullOrWhiteSpace(configured))
            throw new StartupRefusedException(
                "Portal:Keys is not set. Outside Development the portal does not make keys by itself: give it a directory with "
                + $"{string.Join(", ", Names.Keys.Select(name => $"{name}-1{Extension}"))} (32 random bytes in Base64 each), "
                + "or the same names as a JSON object.");
        return configured.TrimStart().StartsWith('{') ? Gather("Portal:Keys", ReadJson(configured)) : ReadDirectory(configured);
    }

    /// <summary>Reads keys from a directory and makes what is missing, readable for their owner only. For Development.</summary>
    public static KeyRing ReadOrGenerate(string directory)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(directory);
        else Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        foreach (var name in Names.Keys.Where(name => !Directory.EnumerateFiles(directory, $"{name}-*{Extension}").Any()))
            Generate(Path.Combine(directory, $"{name}-1{Extension}"));
        return ReadDirectory(directory);
    }

    private static KeyRing ReadDirectory(string directory)
    {
        if (!Directory.Exists(directory)) throw new StartupRefusedException($"Portal:Keys names {directory}, which is no directory.");
        var secrets = Directory.EnumerateFiles(directory, "*" + Extension)
            .ToDictionary(path => Path.GetFileNameWithoutExtension(path), File.ReadAllText, StringComparer.Ordinal);
        return Gather(directory, secrets);
    }

    private static Dictionary<string, string> ReadJson(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, string>>(json) ?? [];
        }
        catch (JsonException malformed)
        {
            // The text holds secrets: no part of it is shown.
            throw new StartupRefusedException(
                $"Portal:Keys is not a JSON object of names and secrets (line {malformed.LineNumber + 1}).", malformed);
        }
    }

    private static KeyRing Gather(string place, Dictionary<string, string> secrets)
    {
        try
        {
            return new KeyRing(secrets.Select(pair => Parse(pair.Key, pair.Value)));
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException)
        {
            throw new StartupRefusedException($"The keys in {place} cannot be used: {wrong.Message}", wrong);
        }
    }

    private static (KeyPurpose Purpose, PortalKey Key) Parse(string name, string secret)
    {
        var match = KeyName().Match(name);
        if (!match.Success || !Names.TryGetValue(match.Groups["purpose"].Value, out var purpose))
            throw new FormatException($"{name} is not the name of a key.");
        var bytes = new byte[PortalKey.Length];
        if (!Convert.TryFromBase64String(secret.Trim(), bytes, out var length) || length != PortalKey.Length)
            throw new FormatException($"{name} is not {PortalKey.Length} bytes in Base64.");
        return (purpose, new PortalKey(int.Parse(match.Groups["version"].Value, CultureInfo.InvariantCulture), bytes));
    }

    private static void Generate(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var writer = new StreamWriter(path, options);
        writer.Write(Convert.ToBase64String(RandomNumberGenerator.GetBytes(PortalKey.Length)));
    }

    [GeneratedRegex("^(?<purpose>[a-z-]+)-(?<version>[0-9]{1,5})$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex KeyName();
}
