namespace TalentPortal.Web.Presentation;

/// <summary>What the head of every page loads.</summary>
internal static class Head
{
    /// <summary>The portal's style sheets in order, over Tabler's.</summary>
    public static IReadOnlyList<string> StyleSheets { get; } =
        ["tokens", "base", "shell", "components", "forms", "public", "staff", "lists", "documents", "process", "applications", "ratings", "responsive", "print"];
}
