using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Reviews;
using TalentPortal.TestCommon.Portals;

namespace TalentPortal.TestCommon.People;

/// <summary>Cases of the two-step service item, made through the real services.</summary>
/// <param name="portal">Where.</param>
public sealed class Consultations(PortalFactory portal)
{
    private const string Answers =
        """
        { "kind": "question", "topic": "other", "title": "Which papers do I need", "details": "I grow fruit and want to know.",
          "acceptedBy": "talentOffice", "onBehalfOf": "self", "contact": { "name": "Qin Xiaohe", "phone": "13800138000" } }
        """;

    /// <summary>Hands one in.</summary>
    public async Task<SubmissionReceipt> SubmitAsync(Actor talent)
    {
        using var answers = JsonDocument.Parse(Answers);
        var result = await portal.Services.GetRequiredService<SubmissionService>().SubmitAsync(
            talent, new DirectSubmission("RC320001", answers.RootElement, [], OnBehalfBasis: null), Begin("ApplicationSubmitting", talent), default);
        return result.Value;
    }

    /// <summary>Answers a task.</summary>
    public async Task<DecisionReceipt> DecideAsync(Actor officer, Guid task, string outcome, string reason = "")
    {
        var decision = new ReviewDecision(task, outcome, reason, new Dictionary<string, decimal>(StringComparer.Ordinal), []);
        return (await portal.Services.GetRequiredService<ReviewService>().DecideAsync(officer, decision, Begin("ReviewTaskDeciding", officer), default)).Value;
    }

    private Operation Begin(string type, Actor actor) => Operation.Begin(Guid.NewGuid(), type, actor.UserId, role: null, portal.Clock);
}
