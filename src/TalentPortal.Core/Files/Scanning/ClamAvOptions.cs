using System.Globalization;
using Microsoft.Extensions.Configuration;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Files.Scanning;

/// <summary>Where clamd listens: the section <c>Portal:ClamAv</c>.</summary>
public sealed record ClamAvOptions
{
    /// <summary>Its name or address.</summary>
    public required string Host { get; init; }

    /// <summary>Its TCP port.</summary>
    public int Port { get; init; } = 3310;

    /// <summary>How long one scan may take, connecting included.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The settings; null when no host is named.</summary>
    /// <exception cref="StartupRefusedException">A setting makes no sense.</exception>
    public static ClamAvOptions? Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var section = configuration.GetSection("Portal:ClamAv");
        if (string.IsNullOrWhiteSpace(section["Host"])) return null;
        return new ClamAvOptions
        {
            Host = section["Host"]!.Trim(),
            Port = Number(section, "Port", 3310, 65535),
            Timeout = TimeSpan.FromSeconds(Number(section, "TimeoutSeconds", 30, 600)),
        };
    }

    private static int Number(IConfigurationSection section, string name, int unset, int maximum)
    {
        if (section[name] is not { } text) return unset;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && number <= maximum
            ? number
            : throw new StartupRefusedException($"The setting {section.Path}:{name} is '{text}': give a number from 1 to {maximum}.");
    }
}
