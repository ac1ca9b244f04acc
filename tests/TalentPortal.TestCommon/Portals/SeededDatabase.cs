using TalentPortal.TestCommon.Databases;

namespace TalentPortal.TestCommon.Portals;

/// <summary>A database with what the portal loads at its start in Development: the portal itself fills the template.</summary>
public sealed class SeededDatabase : TestDatabase
{
    /// <inheritdoc />
    protected override string Template => "seeded";

    /// <inheritdoc />
    protected override async Task PrepareTemplateAsync(string template)
    {
        await using var portal = new TemplatePortal(template);
        // The portal is ready when it answers: schema and seed data stand before its first request.
        using var client = portal.CreateClient();
        using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
        answer.EnsureSuccessStatusCode();
    }

    private sealed class TemplatePortal(string template) : PortalFactory
    {
        protected override string ConnectionString => template;

        /// <summary>Portals that run as programs would hash them anew at the first sign-in, which ends other sessions.</summary>
        protected override bool HasCheapPasswords => false;
    }
}
