namespace TalentPortal.TestCommon.Mail;

/// <summary>A message as it arrived by SMTP.</summary>
/// <param name="Id">The mail server's name for it.</param>
/// <param name="From">The sender's address.</param>
/// <param name="To">The recipients' addresses.</param>
/// <param name="Subject">Decoded.</param>
/// <param name="Text">The plain part; empty when there is none.</param>
/// <param name="Html">The HTML part; empty when there is none.</param>
/// <param name="Headers">By their names in lower case.</param>
public sealed record ReceivedMail(
    string Id, string From, IReadOnlyList<string> To, string Subject, string Text, string Html, IReadOnlyDictionary<string, string> Headers);
