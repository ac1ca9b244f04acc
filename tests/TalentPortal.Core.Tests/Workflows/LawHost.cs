using TalentPortal.Core.Applications;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Core.Tests.Workflows;

/// <summary>An application in the abstract: where it stands on a path through a definition, under the law of its life.</summary>
internal sealed class LawHost(ApplicationStatus status, bool isAccepted) : IWorkflowHost
{
    private readonly List<(ApplicationStatus Status, bool IsAccepted)> marks = [];

    public ApplicationStatus Status { get; private set; } = status;

    public bool IsAccepted { get; private set; } = isAccepted;

    public int Mark()
    {
        marks.Add((Status, IsAccepted));
        return marks.Count - 1;
    }

    public void Rollback(int mark) => (Status, IsAccepted) = marks[mark];

    public bool Rethrows(Exception exception) => false;

    public void Enter(string type)
    {
        var next = type switch
        {
            "Portal.Accept" => ApplicationStatus.InReview,
            "Portal.RequestSupplement" => ApplicationStatus.Supplementing,
            "Portal.PublicNotice" => ApplicationStatus.InNotice,
            "Portal.IssueRecognition" => ApplicationStatus.AwaitingCollection,
            "Portal.Approve" or "Portal.CloseRevocation" => ApplicationStatus.Approved,
            "Portal.Refuse" or "Portal.KeepRecognition" => ApplicationStatus.Refused,
            "Portal.RefuseAcceptance" => ApplicationStatus.NotAccepted,
            "Portal.Lapse" => ApplicationStatus.Lapsed,
            _ => Status,
        };
        if (type == "Portal.Accept") IsAccepted = true;
        Become(next);
    }

    public void Leave(string type, string outcome)
    {
        if (type == "Portal.PublicNotice" || (type == "Portal.RequestSupplement" && outcome == "Answered"))
            Become(IsAccepted ? ApplicationStatus.InReview : ApplicationStatus.Submitted);
    }

    private void Become(ApplicationStatus next)
    {
        if (next != Status && !Status.MayBecome(next)) throw new InvalidOperationException($"{Status} may not become {next}.");
        Status = next;
    }
}
