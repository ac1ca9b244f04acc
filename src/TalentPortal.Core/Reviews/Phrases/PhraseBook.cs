using Microsoft.EntityFrameworkCore;
using Npgsql;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Data;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Reviews.Phrases;

/// <summary>Keeps officers' phrases. A convenience: no case, no audit.</summary>
public sealed class PhraseBook(PortalDbContext db, TimeProvider time)
{
    /// <summary>What is offered to an officer: the own phrases, then those of the units.</summary>
    public async Task<IReadOnlyList<Phrase>> OfferedAsync(Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var units = actor.Appointments.Select(held => held.OrganisationId).Distinct().ToList();
        return await db.Set<Phrase>().AsNoTracking()
            .Where(row => row.OwnerId == actor.UserId || (row.OrganisationId != null && units.Contains(row.OrganisationId.Value)))
            .OrderBy(row => row.OwnerId != actor.UserId).ThenBy(row => row.CreatedAt).ThenBy(row => row.Id).ToListAsync(ct);
    }

    /// <summary>
    /// The unit whose officers the actor may offer phrases to: the first that he heads himself; null where he heads none.
    /// </summary>
    public static ActorAppointment? UnitOf(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Appointments.FirstOrDefault(held => held is { Supervises: true, HeldFor: null });
    }

    /// <summary>Keeps a phrase.</summary>
    /// <param name="actor">Whose it is.</param>
    /// <param name="text">The words.</param>
    /// <param name="forUnit">Whether it is offered to the whole unit that the actor heads.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result> KeepAsync(Actor actor, string? text, bool forUnit, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var words = AnswerText.Clean(text ?? "", keepLines: true).Trim();
        if (words.Length == 0) return new PhraseMissing();
        if (words.Length > Phrase.LongestText) return new PhraseTooLong(Phrase.LongestText);
        var unit = forUnit ? UnitOf(actor)?.OrganisationId : null;
        if (forUnit && unit is null) return new PhraseSharedByHeadOnly();
        if (await db.Set<Phrase>().CountAsync(row => row.OwnerId == actor.UserId, ct) >= Phrase.MostOwn)
            return new TooManyPhrases(Phrase.MostOwn);
        db.Add(new Phrase { Id = Ids.New(), OwnerId = actor.UserId, OrganisationId = unit, Text = words, CreatedAt = time.GetUtcNow() });
        try
        {
            await db.SaveChangesAsync(ct);
            return Result.Success;
        }
        catch (DbUpdateException failure) when (failure.InnerException is PostgresException { ConstraintName: "phrases_one" })
        {
            db.ChangeTracker.Clear();
            return new PhraseKeptAlready();
        }
    }

    /// <summary>Drops an own phrase; dropping it twice is harmless.</summary>
    public Task DropAsync(Actor actor, Guid id, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return db.Set<Phrase>().Where(row => row.Id == id && row.OwnerId == actor.UserId).ExecuteDeleteAsync(ct);
    }
}
