namespace TalentPortal.Core.Cases;

/// <summary>What a case is; later also lease and report.</summary>
public enum CaseKind
{
    /// <summary>An application for a service item.</summary>
    Application,

    /// <summary>An objection to a public notice.</summary>
    Objection,

    /// <summary>A workflow that another case dispatched.</summary>
    Workflow,

    /// <summary>A rating of a closed case, apart from it, so that neither shows the other.</summary>
    Rating,

    /// <summary>A talent card.</summary>
    Card,

    /// <summary>A batch of payments, made by one officer and released by another.</summary>
    PaymentBatch,
}
