namespace TalentPortal.Core.Accounts;

/// <summary>What somebody enters to get an account.</summary>
/// <param name="Email">The address; becomes the user name.</param>
/// <param name="Password">As typed.</param>
/// <param name="DisplayName">How pages greet the holder.</param>
/// <param name="Culture">The language of the page on which it was entered.</param>
public sealed record Registration(string Email, string Password, string DisplayName, string Culture);
