using Xunit;

namespace TalentPortal.Core.Tests.Data.Embedded;

/// <summary>A test that only root on Linux can run.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RootFactAttribute : FactAttribute
{
    public RootFactAttribute()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess) Skip = "Only root on Linux has to be somebody else.";
    }
}
