namespace TalentPortal.Core.Notifications;

/// <summary>The settings <c>Portal:Smtp</c>. Without a host, mails are written to files.</summary>
public sealed record MailSettings
{
    /// <summary>The mail server; empty for none.</summary>
    public string Host { get; init; } = "";

    /// <summary>Its port.</summary>
    public int Port { get; init; } = 25;

    /// <summary>Whether to ask for TLS (STARTTLS).</summary>
    public bool EnableTls { get; init; }

    /// <summary>For servers that want a sign-in.</summary>
    public string UserName { get; init; } = "";

    /// <summary>For servers that want a sign-in.</summary>
    public string Password { get; init; } = "";

    /// <summary>The sender's address.</summary>
    public string From { get; init; } = "no-reply@talent.invalid";

    /// <summary>The sender's name, one for all languages.</summary>
    public string FromName { get; init; } = "TalentPortal";

    /// <summary>How long one attempt may take, seconds.</summary>
    public int TimeoutSeconds { get; init; } = 30;
}
