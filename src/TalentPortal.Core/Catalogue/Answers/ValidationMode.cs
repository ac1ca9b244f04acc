namespace TalentPortal.Core.Catalogue.Answers;

/// <summary>How much of a form is checked.</summary>
public enum ValidationMode
{
    /// <summary>What is filled, wherever it stands; nothing is required yet.</summary>
    Draft,

    /// <summary>One section: what is filled and what is required.</summary>
    Section,

    /// <summary>Everything, materials and cross-field checks included.</summary>
    Submit,
}
