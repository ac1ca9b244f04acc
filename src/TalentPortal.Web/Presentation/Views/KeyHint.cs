namespace TalentPortal.Web.Presentation.Views;

/// <summary>One shortcut and what it does.</summary>
/// <param name="Keys">The keys to show, separated by spaces: <c>J K</c>.</param>
/// <param name="Text">What they do.</param>
public sealed record KeyHint(string Keys, string Text);
