using Npgsql;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Files;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Applications;

/// <summary>Links uploaded materials to a locked case; each is held until the end, so that none can be removed meanwhile.</summary>
public static class CaseMaterials
{
    /// <summary>Links those that are the user's own, or the person's as whom the user acts, and that the item asks for.</summary>
    public static async Task<Result> LinkAsync(
        CaseWork work, Actor actor, ServiceItem item, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(ids);
        if (ids.Count == 0) return Result.Success;
        var found = await HoldAsync(work, actor, ids, ct);
        var links = work.Rows<CaseMaterial>();
        foreach (var id in ids)
        {
            if (!found.TryGetValue(id, out var material) || item.FindMaterial(material.Code) is not { UploadedByApplicant: true })
                return new MaterialNotUsable(id);
            if (!links.Any(link => link.MaterialId == id))
                links.Add(new CaseMaterial { CaseId = work.CaseId, MaterialId = id, Code = material.Code, LinkedAt = work.Now });
        }

        return Result.Success;
    }

    /// <summary>How many files each material has.</summary>
    public static IReadOnlyDictionary<string, int> CountFiles(this CaseWork work)
    {
        ArgumentNullException.ThrowIfNull(work);
        return work.Rows<CaseMaterial>().GroupBy(link => link.Code, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
    }

    private static async Task<Dictionary<Guid, Material>> HoldAsync(
        CaseWork work, Actor actor, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var scope = actor.PersonId is { } person ? MaterialScope.OfPerson(actor.UserId, person) : MaterialScope.OfUser(actor.UserId);
        await using var batch = new NpgsqlBatch(work.Connection);
        batch.BatchCommands.Add(MaterialRows.Hold(scope, ids));
        await using var reader = await batch.ExecuteReaderAsync(ct);
        var found = new Dictionary<Guid, Material>();
        while (await reader.ReadAsync(ct))
        {
            var material = MaterialRows.Read(reader);
            found.Add(material.Id, material);
        }

        return found;
    }
}
