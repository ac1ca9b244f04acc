namespace TalentPortal.Core.Catalogue;

/// <summary>
/// What kind of body decides. It drives the appeal text of every result: only a decision of a government body opens
/// administrative review (Administrative Reconsideration Law 2023, art. 20) and a lawsuit (Administrative Litigation Law, art. 46).
/// </summary>
public enum DecidingBodyKind
{
    /// <summary>A government department.</summary>
    Government,

    /// <summary>A party organ; what remains is the internal re-check.</summary>
    Party,
}
