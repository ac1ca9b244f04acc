using System.Text.Json.Nodes;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Orchestration;

namespace TalentPortal.Core.Applications;

/// <summary>Starts the workflow that the service item pins.</summary>
public sealed class SubmissionStart(Orchestrator orchestrator, WaitingTasksOf waiting)
{
    /// <summary>Runs it until every branch waits, and says what waits.</summary>
    public async Task<Result<SubmissionReceipt>> StartAsync(
        CaseWork work, ServiceItemVersion version, FormAnswers answers, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(version);
        await orchestrator.StartAsync(work, version.Item.DefinitionId, version.DefinitionVersion, Input(version.Item, answers, work), ct);
        var application = work.Rows<Application>().Single();
        return new SubmissionReceipt(work.CaseId, work.Case.Number!, application.Status, waiting(work));
    }

    /// <summary>
    /// Only answers that the item names, and codes, numbers and yes or no among them: no personal value enters a workflow.
    /// </summary>
    private static JsonObject Input(ServiceItem item, FormAnswers answers, CaseWork work)
    {
        var application = work.Rows<Application>().Single();
        var input = new JsonObject
        {
            ["serviceItem"] = item.Code,
            ["hasVillage"] = application.VillageOrganisationId is not null,
            ["hasTown"] = application.TownOrganisationId is not null,
        };
        foreach (var path in item.WorkflowInputs) input[path.Replace('.', '_')] = Value(answers.Find(path));
        return input;
    }

    private static JsonNode? Value(AnswerValue? answer) => answer switch
    {
        AnswerValue.Text text => text.Value,
        AnswerValue.Number number => number.Value,
        AnswerValue.YesNo yes => yes.Value,
        AnswerValue.Codes codes => new JsonArray([.. codes.Values.Select(code => (JsonNode?)code)]),
        _ => null,
    };
}
