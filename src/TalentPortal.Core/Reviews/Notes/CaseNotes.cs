using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Notifications;
using TalentPortal.Core.Reviews.Actions;

namespace TalentPortal.Core.Reviews.Notes;

/// <summary>Writes notes. Whom a note mentions is told by mail and finds it among what concerns him.</summary>
public sealed class CaseNotes(CaseTransaction transactions, NoteQueries queries)
{
    /// <summary>Adds a note to a case, whether open or closed.</summary>
    /// <param name="actor">Who writes.</param>
    /// <param name="caseId">Which case.</param>
    /// <param name="text">The words.</param>
    /// <param name="mentioned">Colleagues who may read the case and are asked to look.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>
    /// Success; or <see cref="CaseNotFound"/>, <see cref="NoteMissing"/>, <see cref="NoteTooLong"/>, <see cref="TooManyMentioned"/>,
    /// <see cref="MentionedCannotRead"/>.
    /// </returns>
    public async Task<Result> AddAsync(
        Actor actor, Guid caseId, string? text, IReadOnlyCollection<Guid> mentioned, Operation operation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(mentioned);
        if (!await queries.MayReadAsync(actor, caseId, ct)) return new CaseNotFound();
        var words = AnswerText.Clean(text ?? "", keepLines: true).Trim();
        if (words.Length == 0) return new NoteMissing();
        if (words.Length > CaseNote.LongestText) return new NoteTooLong(CaseNote.LongestText);
        var asked = mentioned.Where(id => id != actor.UserId).Distinct().ToList();
        if (asked.Count > CaseNote.MostMentioned) return new TooManyMentioned(CaseNote.MostMentioned);
        if (asked.Count > 0 && asked.Except((await queries.ReadersAsync(caseId, ct)).Select(reader => reader.Id)).Any())
            return new MentionedCannotRead();
        return await transactions.RunAsync(caseId, operation, (work, _) =>
        {
            var note = work.Rows<CaseNote>().Add(new CaseNote
            {
                Id = Ids.New(),
                CaseId = caseId,
                AuthorId = actor.UserId,
                Text = words,
                Mentioned = [.. asked],
                WrittenAt = work.Now,
            });
            foreach (var colleague in asked) ActionLog.Tell(work, colleague, MessageTemplates.CaseMentioned);
            work.Record("CaseNoted", ("note", note.Id), ("mentioned", asked.Count));
            return Task.FromResult(Result.Success);
        }, ct);
    }
}
