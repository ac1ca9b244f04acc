using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Applications;

/// <summary>
/// Why an application whose subject is known cannot be handed in; null when it can. Outcomes give it: what a person holds already is theirs
/// to know, and no answer of the form.
/// </summary>
/// <param name="work">The case.</param>
/// <param name="item">The service item.</param>
/// <param name="named">The application with its subject.</param>
/// <param name="answers">What was answered.</param>
/// <param name="ct">Cancels.</param>
public delegate ValueTask<Refusal?> SubmissionCheck(
    CaseWork work, ServiceItem item, Application named, FormAnswers answers, CancellationToken ct);
