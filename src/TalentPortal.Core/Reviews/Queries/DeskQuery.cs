using Microsoft.EntityFrameworkCore;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Data;
using TalentPortal.Core.Parties;
using TalentPortal.Core.Reviews.Actions;

namespace TalentPortal.Core.Reviews.Queries;

/// <summary>Somebody, or a unit, to whom something can be given.</summary>
/// <param name="Id">The account or the unit.</param>
/// <param name="Name">Its name.</param>
/// <param name="Unit">The person's unit; null for a unit itself.</param>
public sealed record DeskChoice(Guid Id, LocalizedText Name, LocalizedText? Unit = null);

/// <summary>An added task that can still be removed.</summary>
/// <param name="Id">The task.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Who">Who is asked; the unit where anyone of it may answer.</param>
public sealed record DeskAdded(Guid Id, ReviewTaskKind Kind, LocalizedText Who);

/// <summary>What an officer may do with a task now, and what there is to choose from.</summary>
public sealed record DeskView
{
    /// <summary>The task.</summary>
    public required ReviewTask Task { get; init; }

    /// <summary>The case's number.</summary>
    public required string Number { get; init; }

    /// <summary>The case's service item.</summary>
    public required ServiceItem Item { get; init; }

    /// <summary>The actions that the task's state and the reader's rights allow.</summary>
    public IReadOnlyList<DeskAction> Actions { get; init; } = [];

    /// <summary>Those who could do the task itself.</summary>
    public required IReadOnlyList<DeskChoice> Colleagues { get; init; }

    /// <summary>Those who could be heard first.</summary>
    public required IReadOnlyList<DeskChoice> Advisers { get; init; }

    /// <summary>Those who may read a copy.</summary>
    public required IReadOnlyList<DeskChoice> Readers { get; init; }

    /// <summary>Units that could be asked.</summary>
    public required IReadOnlyList<DeskChoice> Units { get; init; }

    /// <summary>Earlier steps.</summary>
    public required IReadOnlyList<EarlierStep> Steps { get; init; }

    /// <summary>Added reviewers who have not answered yet.</summary>
    public required IReadOnlyList<DeskAdded> Added { get; init; }

    /// <summary>More time that can be asked for, or was asked for and is not decided; null where neither is so.</summary>
    public required DeskExtension? Extension { get; init; }
}

/// <summary>Reads the desk of one task.</summary>
public sealed class DeskQuery(PortalDbContext db, ServiceItems items, EarlierSteps earlier, DeskExtensions extensions, PortalTimeZone zone)
{
    /// <summary>The tasks of a case with which the actor can do something: open ones, and those that he answered himself.</summary>
    public async Task<IReadOnlyList<ReviewTask>> TasksAsync(Actor actor, Guid caseId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var tasks = await db.ReviewTasks.AsNoTracking().Where(row => row.CaseId == caseId && row.Status != ReviewTaskStatus.Cancelled)
            .OrderBy(row => row.CreatedAt).ThenBy(row => row.Position).ToListAsync(ct);
        var asked = await extensions.ForLeadersAsync(actor, caseId, ct);
        return [.. tasks.Where(task => (actor.MayActOn(task) || actor.MaySupervise(task) || task.Id == asked)
            && (task.Status is not ReviewTaskStatus.Closed || task.ClosedBy == actor.UserId))];
    }

    /// <summary>Reads it.</summary>
    /// <returns>Null where the task is neither the actor's to act on nor to supervise: it is not found.</returns>
    public async Task<DeskView?> ReadAsync(Actor actor, Guid taskId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var task = await db.ReviewTasks.AsNoTracking().FirstOrDefaultAsync(row => row.Id == taskId, ct);
        if (task is null) return null;
        var decidesOnly = !(actor.MayActOn(task) || actor.MaySupervise(task));
        if (decidesOnly && await extensions.ForLeadersAsync(actor, task.CaseId, ct) != task.Id) return null;
        var application = await db.Applications.AsNoTracking().SingleAsync(row => row.CaseId == task.CaseId, ct);
        var found = await db.Cases.AsNoTracking().SingleAsync(row => row.Id == task.CaseId, ct);
        var steps = await db.ReviewSteps.AsNoTracking().Where(row => row.CaseId == task.CaseId)
            .OrderBy(row => row.OpenedAt).ThenBy(row => row.Id).ToListAsync(ct);
        var instances = await db.WorkflowInstances.AsNoTracking().Where(row => row.CaseId == task.CaseId)
            .OrderBy(row => row.CreatedAt).ThenBy(row => row.Id).ToListAsync(ct);
        var step = steps.Single(row => row.Id == task.StepId);
        if (ReviewSettings.FromJson(step.Settings).Anonymous && !actor.MaySupervise(task)) return null;
        var targets = await earlier.BeforeAsync(steps, instances, step, ct);
        var staff = await StaffAsync(task, ct);
        var others = staff.Where(one => one.UserId != actor.UserId && one.UserId != application.CreatedBy).ToList();
        var view = new DeskView
        {
            Task = task,
            Number = found.Number ?? "",
            Item = (await items.VersionAsync(application.ServiceItemVersionId, ct)).Item,
            Colleagues = Choices(others.Where(one => one.Role.ToString() == task.Role && one.OrganisationId == task.OrganisationId)),
            Advisers = Choices(others.Where(one => one.Role.ToString() == task.Role
                || (one.OrganisationId == task.OrganisationId && RolePermissions.Of(one.Role).Contains(Permission.ReadFiles)))),
            Readers = Choices(others.Where(one => RolePermissions.Of(one.Role).Contains(Permission.ReadFiles))),
            Units = [.. staff.Where(one => UnitOfficers.Answering.Contains(one.Role) && one.OrganisationId != task.OrganisationId)
                .DistinctBy(one => one.OrganisationId).Select(one => new DeskChoice(one.OrganisationId, one.Unit))
                .OrderBy(unit => unit.Name.Zh, StringComparer.Ordinal)],
            Steps = targets,
            Added = await AddedAsync(task, ct),
            Extension = await extensions.ReadAsync(task, ct),
        };
        if (decidesOnly) return view with { Actions = application.IsFinal || found.Hold ? [] : [DeskAction.ApproveExtension, DeskAction.RefuseExtension] };
        return view with { Actions = application.IsFinal ? [] : Available(actor, view, found.Hold, ReviewSettings.FromJson(step.Settings)) };
    }

    private static List<DeskAction> Available(Actor actor, DeskView desk, bool isSuspended, ReviewSettings settings)
    {
        var task = desk.Task;
        var actions = new List<DeskAction>();
        if (!isSuspended && !settings.Anonymous)
        {
            if (task.WhyNotFor(actor) is null) actions.AddRange(WithOthers(desk));
            if (task.WhyNotFor(actor) is null && !task.Kind.IsOpinion() && desk.Extension is { AskedBy: null })
                actions.Add(DeskAction.AskExtension);
            if (desk.Added.Count > 0) actions.Add(DeskAction.Remove);
            if (task.Status is ReviewTaskStatus.Closed && task.ClosedBy == actor.UserId) actions.Add(DeskAction.TakeBack);
            if (actor.Can(Permission.ReadFiles) && desk.Readers.Count > 0) actions.Add(DeskAction.Copy);
        }

        if (!actor.MaySupervise(task)) return actions;
        if (!isSuspended && desk.Extension is { AskedBy: { } asker } && asker != actor.UserId)
            actions.AddRange([DeskAction.ApproveExtension, DeskAction.RefuseExtension]);
        if (task.IsOpen && !isSuspended)
        {
            if (!settings.Anonymous && desk.Colleagues.Count > 0) actions.Add(DeskAction.Assign);
            actions.Add(DeskAction.Urge);
            if (settings.SupplementOutcome is not null) actions.Add(DeskAction.AllowSupplement);
        }

        actions.AddRange(isSuspended ? [DeskAction.Resume, DeskAction.Terminate] : [DeskAction.Suspend, DeskAction.Terminate]);
        return actions;
    }

    /// <summary>What whoever has the task may do with others; nothing for which there is nobody.</summary>
    private static IEnumerable<DeskAction> WithOthers(DeskView desk)
    {
        var isOpinion = desk.Task.Kind.IsOpinion();
        if (desk.Colleagues.Count > 0) yield return DeskAction.Transfer;
        if (desk.Colleagues.Count > 0) yield return DeskAction.Delegate;
        if (desk.Advisers.Count > 0) yield return DeskAction.AddBefore;
        if (desk.Colleagues.Count > 0 && desk.Task.Kind is ReviewTaskKind.Main) yield return DeskAction.AddBeside;
        if (desk.Colleagues.Count > 0 && !isOpinion) yield return DeskAction.AddAfter;
        if (desk.Units.Count > 0) yield return DeskAction.Consult;
        if (desk.Steps.Count > 0 && !isOpinion) yield return DeskAction.Return;
    }

    private async Task<List<DeskAdded>> AddedAsync(ReviewTask task, CancellationToken ct)
    {
        var rows = await (from row in db.ReviewTasks.AsNoTracking()
                          join unit in db.Organisations.AsNoTracking() on row.OrganisationId equals unit.Id
                          join user in db.Users.AsNoTracking() on row.AssigneeId equals user.Id into users
                          from user in users.DefaultIfEmpty()
                          where row.ParentId == task.Id && row.Status != ReviewTaskStatus.Closed && row.Status != ReviewTaskStatus.Cancelled
                          orderby row.Position
                          select new { row.Id, row.Kind, Name = (string?)user.DisplayName, unit.NameZh, unit.NameEn }).ToListAsync(ct);
        return [.. rows.Select(row => new DeskAdded(row.Id, row.Kind,
            row.Name is { } name ? new LocalizedText(name, name) : new LocalizedText(row.NameZh, row.NameEn)))];
    }

    private async Task<List<Staff>> StaffAsync(ReviewTask task, CancellationToken ct)
    {
        var today = zone.Today;
        return await (from held in db.Appointments.AsNoTracking()
                      join user in db.Users.AsNoTracking() on held.UserId equals user.Id
                      join unit in db.Organisations.AsNoTracking() on held.OrganisationId equals unit.Id
                      where held.FromOn <= today && (held.ToOn == null || held.ToOn >= today)
                          && (held.ServiceItemCodes == null || held.ServiceItemCodes.Contains(task.ServiceItemCode))
                          && held.Role != PortalRole.Administrator && held.Role != PortalRole.Expert
                      orderby unit.Code, user.DisplayName
                      select new Staff(held.UserId, user.DisplayName, held.Role, held.OrganisationId, new LocalizedText(unit.NameZh, unit.NameEn))).ToListAsync(ct);
    }

    private static List<DeskChoice> Choices(IEnumerable<Staff> staff) =>
        [.. staff.DistinctBy(one => one.UserId).Select(one => new DeskChoice(one.UserId, new LocalizedText(one.Name, one.Name), one.Unit))];

    private sealed record Staff(Guid UserId, string Name, PortalRole Role, Guid OrganisationId, LocalizedText Unit);
}
