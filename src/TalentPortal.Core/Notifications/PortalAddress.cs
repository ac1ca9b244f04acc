namespace TalentPortal.Core.Notifications;

/// <summary>
/// Where the portal is found from outside, for links in mails: the setting <c>Portal:PublicUrl</c>, else where it listens. Never
/// taken from a request, whose Host header anybody can choose.
/// </summary>
/// <param name="find">Says where, without a slash at the end.</param>
public sealed class PortalAddress(Func<string> find)
{
    /// <summary>The address of a path of the portal.</summary>
    /// <param name="path">Begins with a slash.</param>
    public string Of(string path) => find().TrimEnd('/') + path;
}
