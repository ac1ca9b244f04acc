using System.Text.Json;
using System.Text.Json.Serialization;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Jobs;

namespace TalentPortal.Core.Recognitions.Life;

/// <summary>
/// What another case decided about a recognition: the payload of a <see cref="ChangeRecognitionJob"/>. It carries no personal value.
/// </summary>
/// <param name="Recognition">The recognition.</param>
/// <param name="Kind">What happens.</param>
/// <param name="ByCase">The case that decided.</param>
/// <param name="ByUser">Who decided; null for the portal.</param>
/// <param name="On">From which day it counts.</param>
/// <param name="Year">The year of a check.</param>
/// <param name="Reason">Code of <c>revocation-reasons</c>.</param>
/// <param name="Amount">Yuan to be paid back.</param>
public sealed record RecognitionChange(Guid Recognition, RecognitionEventKind Kind, Guid ByCase, Guid? ByUser, DateOnly On,
    int? Year = null, string? Reason = null, decimal? Amount = null)
{
    private static readonly JsonSerializerOptions Format =
        new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Plans it, in the transaction of the case that decides.</summary>
    public void Plan(CaseWork work)
    {
        ArgumentNullException.ThrowIfNull(work);
        work.Rows<Job>()
            .Add(Job.Of(ChangeRecognitionJob.Kind, work.Now, caseId: work.CaseId, payload: JsonSerializer.Serialize(this, Format)));
    }

    /// <summary>As a job kept it.</summary>
    public static RecognitionChange FromJson(string json) => JsonSerializer.Deserialize<RecognitionChange>(json, Format)!;
}
