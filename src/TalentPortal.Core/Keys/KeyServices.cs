using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace TalentPortal.Core.Keys;

/// <summary>Registers what works with keys.</summary>
public static class KeyServices
{
    /// <summary>
    /// Adds the ring and what uses it, and lets Data Protection keep its own keys in the database of the registered source.
    /// </summary>
    public static IServiceCollection AddPortalKeys(this IServiceCollection services, KeyRing ring)
    {
        services.AddSingleton(ring);
        services.AddSingleton<FieldCipher>();
        services.AddSingleton<BlindIndex>();
        services.AddSingleton<AuditMac>();
        services.AddSingleton<Signer>();
        services.AddSingleton(provider => new DataProtectionRepository(
            new Lazy<NpgsqlDataSource>(provider.GetRequiredService<NpgsqlDataSource>), provider.GetRequiredService<FieldCipher>()));
        services.AddDataProtection().SetApplicationName("TalentPortal");
        services.AddOptions<KeyManagementOptions>()
            .Configure<DataProtectionRepository>((options, repository) => options.XmlRepository = repository);
        return services;
    }
}
