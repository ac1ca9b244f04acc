namespace TalentPortal.Core.Catalogue.Forms;

/// <summary>Which entries of a code table with levels a choice offers.</summary>
public enum ChoicePick
{
    /// <summary>All; below a parent field, the children of its answer.</summary>
    Any,

    /// <summary>Entries without a parent.</summary>
    Top,

    /// <summary>Entries without children.</summary>
    Leaf,
}
