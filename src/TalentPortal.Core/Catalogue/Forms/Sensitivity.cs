namespace TalentPortal.Core.Catalogue.Forms;

/// <summary>How an answer must be guarded, from the least to the most.</summary>
public enum Sensitivity
{
    /// <summary>May be published.</summary>
    Public,

    /// <summary>For those who handle the case.</summary>
    Internal,

    /// <summary>Personal information (PIPL art. 4).</summary>
    Personal,

    /// <summary>
    /// Stored apart, encrypted, shown masked: numbers of persons, phones, accounts, sensitive information (PIPL art. 28).
    /// </summary>
    Sensitive,
}
