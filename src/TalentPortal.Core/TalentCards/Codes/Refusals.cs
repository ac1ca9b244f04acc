using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.TalentCards.Codes;

/// <summary>What was scanned or typed is no code of a card.</summary>
public sealed record CardCodeUnreadable : Refusal;

/// <summary>The code has the form of one, and no signature of this portal.</summary>
public sealed record CardCodeForged : Refusal;

/// <summary>The code's turn is over: it was copied, or shown too late.</summary>
public sealed record CardCodeExpired : Refusal;

/// <summary>The code's turn has not come: a clock is wrong.</summary>
public sealed record CardCodeTooEarly : Refusal;
