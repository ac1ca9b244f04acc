namespace TalentPortal.TestCommon.Portals;

/// <summary>The portal on a real port of 127.0.0.1, for browsers and load.</summary>
public class KestrelPortal : PortalFactory
{
    /// <summary>Where it listens; after <see cref="InitializeAsync"/>.</summary>
    public Uri Url => ClientOptions.BaseAddress;

    /// <inheritdoc />
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        UseKestrel(port: 0);
        StartServer();
    }
}
