namespace TalentPortal.Core.Data.Embedded;

/// <summary>How a program ended: its exit code and everything it wrote.</summary>
internal sealed record ProgramEnd(int Code, string Output);
