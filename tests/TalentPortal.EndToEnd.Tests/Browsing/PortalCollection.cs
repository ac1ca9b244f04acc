using Xunit;

namespace TalentPortal.EndToEnd.Tests.Browsing;

/// <summary>The classes that share one portal and one browser: <c>[Collection(PortalCollection.Name)]</c>.</summary>
[CollectionDefinition(Name)]
public sealed class PortalCollection : ICollectionFixture<JourneyPortal>, ICollectionFixture<ChromiumFixture>
{
    public const string Name = "portal";
}
