using TalentPortal.Core.Cases;
using TalentPortal.Core.Jobs;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Recognitions.Life.FollowUps;

/// <summary>Plans what follows a change, in the transaction of the change: its lines, and a job for each case that they name.</summary>
public sealed class FollowUpPlans(IEnumerable<IRecognitionFollowUp> followUps)
{
    /// <summary>Plans it.</summary>
    internal async Task PlanAsync(CaseWork work, RecognitionStatus becomes, RecognitionChange change, CancellationToken ct)
    {
        var place = 0;
        foreach (var followUp in followUps)
        {
            var lines = await followUp.PreviewAsync(change.Recognition, becomes, ct);
            // A room that names no case is asked all the same: something may come to hang on the recognition until its job runs.
            List<Guid?> targets = [.. lines.Select(line => line.CaseId).Where(target => target is not null).Distinct()];
            if (targets.Count == 0) targets.Add(null);
            var jobs = targets.Select(target => (Target: target, Job: JobOf(work, followUp, becomes, change, target))).ToList();
            foreach (var (_, job) in jobs) work.Rows<Job>().Add(job);
            foreach (var line in lines)
                work.Rows<PlannedFollowUp>()
                    .Add(Row(work, becomes, change, line, jobs.Find(one => one.Target == line.CaseId).Job ?? jobs[0].Job, place++));
        }
    }

    private static Job JobOf(
        CaseWork work, IRecognitionFollowUp followUp, RecognitionStatus becomes, RecognitionChange change, Guid? target)
    {
        var order = new FollowUpOrder(change.Recognition, becomes, change.On, target, change.ByCase == work.CaseId ? null : change.ByCase);
        return Job.Of(followUp.JobKind, work.Now, caseId: work.CaseId, payload: order.ToJson());
    }

    private static PlannedFollowUp Row(CaseWork work, RecognitionStatus becomes, RecognitionChange change, FollowUpLine line, Job job, int place) => new()
    {
        Id = Ids.New(),
        CaseId = work.CaseId,
        RecognitionId = change.Recognition,
        Becomes = becomes,
        Place = place,
        JobId = job.Id,
        TargetCaseId = line.CaseId,
        SubjectZh = line.Subject.Zh,
        SubjectEn = line.Subject.En,
        ConsequenceZh = line.Consequence.Zh,
        ConsequenceEn = line.Consequence.En,
        ByCaseId = change.ByCase == work.CaseId ? null : change.ByCase,
        PlannedAt = work.Now,
    };
}
