namespace TalentPortal.Core.Kernel;

/// <summary>What a provenance means for those who rely on the value.</summary>
public static class ProvenanceExtensions
{
    /// <summary>Whether somebody must still check the value before it is presented as fact.</summary>
    public static bool IsUnverified(this Provenance provenance) =>
        provenance is Provenance.PublicWeb or Provenance.CommonKnowledge or Provenance.DefaultUnverified;
}
