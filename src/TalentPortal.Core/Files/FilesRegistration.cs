using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TalentPortal.Core.Files.Scanning;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Files;

/// <summary>Makes materials available to a program.</summary>
public static class FilesRegistration
{
    /// <summary>
    /// Adds <see cref="MaterialStore"/>, with clamd when <c>Portal:ClamAv:Host</c> names one. Wants an <c>NpgsqlDataSource</c>,
    /// a <see cref="TimeProvider"/> and logging.
    /// </summary>
    /// <exception cref="StartupRefusedException">A setting makes no sense.</exception>
    public static IServiceCollection AddMaterials(this IServiceCollection services, IConfiguration configuration)
    {
        if (ClamAvOptions.Read(configuration) is { } clamAv)
        {
            services.TryAddSingleton(clamAv);
            services.TryAddSingleton<IFileScanner, ClamAvScanner>();
        }
        else
        {
            services.TryAddSingleton<IFileScanner, NoScanner>();
        }

        services.TryAddSingleton<MaterialStore>();
        return services;
    }
}
