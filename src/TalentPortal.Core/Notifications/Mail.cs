namespace TalentPortal.Core.Notifications;

/// <summary>A message ready to be sent.</summary>
/// <param name="MessageId">Without angle brackets; the same for every attempt.</param>
/// <param name="Address">The recipient's address.</param>
/// <param name="Name">The recipient's name, without control characters.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">Plain text.</param>
public sealed record Mail(string MessageId, string Address, string Name, string Subject, string Text);
