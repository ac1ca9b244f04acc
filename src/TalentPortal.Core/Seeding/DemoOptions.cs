namespace TalentPortal.Core.Seeding;

/// <summary>Whether the portal comes with accounts and cases to show it with.</summary>
/// <param name="IsEnabled">True in Development, or where <c>Portal:DemoData</c> is true.</param>
/// <param name="Password">Their password: <c>Portal:DemoPassword</c>.</param>
/// <param name="HasCases">Whether with cases too: <c>Portal:DemoCases</c>, where there are accounts.</param>
public sealed record DemoOptions(bool IsEnabled, string Password, bool HasCases)
{
    /// <summary>The password when none is set.</summary>
    public const string DefaultPassword = "Demo-2026!";
}
