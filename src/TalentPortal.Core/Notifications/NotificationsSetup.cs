using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Jobs;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Notifications;

/// <summary>What a program registers to send messages.</summary>
public static class NotificationsSetup
{
    /// <summary>Registers outbox, texts and the way out: SMTP when <c>Portal:Smtp:Host</c> is set, else files in a folder.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="configuration">The portal's settings.</param>
    /// <param name="mailFolder">The folder for mails that are not sent.</param>
    /// <param name="run">Whether the sender starts with the host.</param>
    public static IServiceCollection AddNotifications(
        this IServiceCollection services, IConfiguration configuration, string mailFolder, bool run = true)
    {
        var settings = configuration.GetSection("Portal:Smtp").Get<MailSettings>() ?? new MailSettings();
        services.AddSingleton(provider => MessageTexts.Read(provider.GetRequiredService<SeedFolder>()));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<OutboxQueue>(
            provider, RetryRules.Read(provider.GetRequiredService<SeedFolder>(), "mail")));
        services.AddSingleton(provider => new FileMailTransport(mailFolder, provider.GetRequiredService<TimeProvider>()));
        if (settings.Host.Length > 0) services.AddSingleton<IMailTransport>(new SmtpMailSender(settings));
        else services.AddSingleton<IMailTransport>(provider => provider.GetRequiredService<FileMailTransport>());
        services.AddSingleton<IMessageValues, CaseMessageValues>();
        services.AddScoped<MessageComposer>();
        services.AddSingleton<OutboxSender>();
        if (run) services.AddHostedService(provider => provider.GetRequiredService<OutboxSender>());
        return services.AddJob<RecordFailedMessageJob>();
    }
}
