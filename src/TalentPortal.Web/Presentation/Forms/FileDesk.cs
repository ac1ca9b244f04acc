using TalentPortal.Core.Accounts;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Web.Presentation.Fields;

namespace TalentPortal.Web.Presentation.Forms;

/// <summary>Files of a draft.</summary>
public sealed class FileDesk(MaterialUploads uploads, ApplicationDrafts drafts, TimeProvider time)
{
    /// <summary>The moment now, UTC.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>The draft's files by material.</summary>
    public ILookup<string, FileView> Views(OwnApplication own, bool removable)
    {
        ArgumentNullException.ThrowIfNull(own);
        return own.Files.ToLookup(file => file.Link.Code, file => uploads.View(file.Material, removable), StringComparer.Ordinal);
    }

    /// <summary>Earlier files that may be used again.</summary>
    public Task<ILookup<string, FileView>> ReusableAsync(
        Actor actor, OwnApplication own, IEnumerable<string> codes, CancellationToken ct) =>
        uploads.ReusableAsync(actor, own, codes, ct);

    /// <summary>Keeps an upload and links it.</summary>
    public async Task<Result<FileView>> UploadAsync(Actor actor, OwnApplication own, string code, IFormFile file, CancellationToken ct)
    {
        var added = await uploads.AddAsync(actor, own, code, file, ct);
        if (!added.Succeeded) return added.Refusal;
        var attached = await AttachAsync(actor, own, added.Value.Id, ct);
        return attached.Succeeded ? uploads.View(added.Value, removable: true) : attached.Refusal;
    }

    /// <summary>Links an earlier file.</summary>
    public async Task<Result> AttachAsync(Actor actor, OwnApplication own, Guid materialId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(own);
        return await drafts.AttachAsync(actor, own.Row.CaseId, materialId, Begin(actor, "MaterialAttaching"), ct);
    }

    /// <summary>Takes a file off.</summary>
    public Task<Result> DetachAsync(Actor actor, OwnApplication own, Guid materialId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(own);
        return drafts.DetachAsync(actor, own.Row.CaseId, materialId, Begin(actor, "MaterialDetaching"), ct);
    }

    private Operation Begin(Actor actor, string type)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return Operation.Begin(Guid.Empty, type, actor.UserId, role: null, time);
    }
}
