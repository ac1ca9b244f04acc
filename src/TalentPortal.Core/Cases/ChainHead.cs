namespace TalentPortal.Core.Cases;

/// <summary>Where a chain stands.</summary>
internal readonly record struct ChainHead(long Seq, byte[] Mac);
