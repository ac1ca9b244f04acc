using TalentPortal.Core.Accounts;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Materials;
using TalentPortal.Core.Files;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Standards.Parameters;
using TalentPortal.Web.Presentation.Fields;

namespace TalentPortal.Web.Presentation.Forms;

/// <summary>Takes files for the materials of an application, within what the item and the user's day allow.</summary>
public sealed class MaterialUploads(MaterialStore store, ParameterTable parameters, PortalTimeZone zone, PortalWords words)
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>Keeps an upload; linking it to the case is the caller's.</summary>
    public async Task<Result<Material>> AddAsync(Actor actor, OwnApplication own, string code, IFormFile file, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(file);
        if (own.Item.FindMaterial(code) is not { UploadedByApplicant: true } rule) return new MaterialNotFound();
        if (own.FileCounts.GetValueOrDefault(code) >= rule.MaxCount) return new TooManyFiles(rule.Name, rule.MaxCount);
        return await AddAsync(actor, rule, SubjectOf(actor, own), file, ct);
    }

    /// <summary>Keeps an upload that belongs to no application yet.</summary>
    /// <param name="actor">Who uploads.</param>
    /// <param name="rule">Which material of an item it is.</param>
    /// <param name="personId">Whom it concerns; null while that is not known, or somebody else.</param>
    /// <param name="file">The file.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<Material>> AddAsync(Actor actor, MaterialRule rule, Guid? personId, IFormFile file, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(file);
        if (file.Length > Math.Min(rule.MaxBytes, FileSniffer.MaximumBytes))
            return new FileTooLarge((int)(Math.Min(rule.MaxBytes, FileSniffer.MaximumBytes) / Megabyte));
        await using var content = file.OpenReadStream();
        var added = await store.AddAsync(Upload(actor, personId, rule, file), content, ct);
        if (!added.Succeeded) return added.Refusal;
        var format = FileFormat.OfContentType(added.Value.ContentType);
        return FormNodes.Extensions(rule).Any(extension => format.Extensions.Contains(extension, StringComparer.Ordinal))
            ? added
            : new FileTypeNotAccepted(format.Name);
    }

    /// <summary>Earlier files of the same subject that are not on the application yet, by material.</summary>
    public async Task<ILookup<string, FileView>> ReusableAsync(
        Actor actor, OwnApplication own, IEnumerable<string> codes, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(codes);
        var linked = own.Files.Select(file => file.Material.Id).ToHashSet();
        var found = new List<(string Code, FileView View)>();
        foreach (var code in codes.Distinct(StringComparer.Ordinal))
        {
            var earlier = await store.ListReusableAsync(actor.UserId, SubjectOf(actor, own), organisationId: null, code, ct);
            found.AddRange(earlier.Where(material => !linked.Contains(material.Id)).Take(10).Select(material => (code, View(material) with
            {
                Note = words.Texts["Applications.Files.ReuseHint", material.UploadedAt],
            })));
        }

        return found.ToLookup(file => file.Code, file => file.View, StringComparer.Ordinal);
    }

    /// <summary>A file as a page lists it.</summary>
    /// <param name="material">The file.</param>
    /// <param name="removable">Whether it may be taken off.</param>
    public FileView View(Material material, bool removable = false)
    {
        ArgumentNullException.ThrowIfNull(material);
        return new FileView(material.Id.ToString(), material.FileName, material.SizeBytes, material.ContentType)
        {
            Note = words.Texts["Applications.Files.Checked"],
            Href = $"/materials/{material.Id}/preview",
            RemoveHref = removable ? "?handler=RemoveFile" : null,
        };
    }

    private MaterialUpload Upload(Actor actor, Guid? personId, MaterialRule rule, IFormFile file) => new()
    {
        OwnerUserId = actor.UserId,
        PersonId = personId,
        Code = rule.Code,
        FileName = file.FileName,
        TrustLevel = rule.Trust,
        DeclaredBytes = file.Length,
        Quota = new UploadQuota(
            parameters.Int("upload.filesPerDay", zone.Today), parameters.Int("upload.megabytesPerDay", zone.Today) * Megabyte,
            zone.StartOf(zone.Today)),
    };

    private static Guid? SubjectOf(Actor actor, OwnApplication own) => own.Row.OnBehalfBasis is null ? actor.PersonId : null;
}
