using Microsoft.Extensions.DependencyInjection;
using TalentPortal.TestCommon.Portals;

namespace TalentPortal.Core.Tests.Definitions;

/// <summary>Another portal on the database of the first.</summary>
internal sealed class SecondPortal(string database) : PortalFactory
{
    protected override string ConnectionString => database;

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();
}
