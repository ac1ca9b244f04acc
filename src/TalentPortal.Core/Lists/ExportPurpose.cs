namespace TalentPortal.Core.Lists;

/// <summary>What a list is taken out for. A code and no free text: the audit holds no personal value.</summary>
public enum ExportPurpose
{
    /// <summary>To work through the cases.</summary>
    CaseWork,

    /// <summary>To report to superiors.</summary>
    Report,

    /// <summary>To compare with another register.</summary>
    Comparison,

    /// <summary>For a meeting.</summary>
    Meeting,

    /// <summary>To answer an inspection or an audit.</summary>
    Inspection,
}
