using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Catalogue.Forms;
using TalentPortal.Core.Data;
using TalentPortal.Core.Keys;
using TalentPortal.Core.Parties;
using TalentPortal.Core.Recognitions.Life;
using TalentPortal.Core.Standards;

namespace TalentPortal.Web.Presentation.Forms;

/// <summary>
/// First answers that the portal knows from the account. They stand on a page that nobody has answered yet, name their source, and
/// become answers only when the page is saved.
/// </summary>
public sealed class Prefills(PortalDbContext db, FieldCipher cipher, LifeQueries recognitions)
{
    private const string Account = "Applications.Prefill.account";
    private const string Held = "Applications.Prefill.recognition";
    private const string Unit = "Applications.Prefill.unit";

    /// <summary>What is known for a page of an own application; nothing where it is for somebody else.</summary>
    public async Task<IReadOnlyDictionary<string, Prefill>> ForAsync(
        Actor actor, OwnApplication own, FormSection? section, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(own);
        var found = new Dictionary<string, Prefill>(StringComparer.Ordinal);
        if (section is null || own.Row.OnBehalfBasis is not null || IsAnswered(own, section)) return found;
        var wanted = section.Fields.SelectMany(WithChildren).Where(f => f.Field.Prefill is not null).ToList();
        if (wanted.Count == 0) return found;
        var known = await KnownAsync(actor, ct);
        foreach (var (path, field) in wanted)
        {
            if (known.TryGetValue(field.Prefill!, out var prefill)) found[path] = prefill;
        }

        return found;
    }

    private static bool IsAnswered(OwnApplication own, FormSection section)
    {
        var answers = own.Answers;
        return section.Fields.Any(field => answers.Find(field.Code) is not null);
    }

    private static IEnumerable<(string Path, FormField Field)> WithChildren(FormField field) => field.Type switch
    {
        FieldType.Person => field.Fields.Select(child => ($"{field.Code}.{child.Code}", child)),
        FieldType.Rows => [],
        _ => [(field.Code, field)],
    };

    private async Task<Dictionary<string, Prefill>> KnownAsync(Actor actor, CancellationToken ct)
    {
        var known = new Dictionary<string, Prefill>(StringComparer.Ordinal);
        var email = await db.Users.AsNoTracking().Where(user => user.Id == actor.UserId)
            .Select(user => user.Email).SingleOrDefaultAsync(ct);
        // The demonstration's accounts have addresses that no form takes.
        if (EmailAddress.Parse(email).Succeeded) known["account.email"] = new Prefill(email!, email!, Account);
        var person = actor.PersonId is { } id ? await db.Persons.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, ct) : null;
        var name = person?.FullName ?? actor.DisplayName;
        known["account.name"] = new Prefill(name, name, Account);
        if (person is not null) AddSecrets(known, person);
        await AddUnitAsync(known, actor, ct);
        await AddRecognitionAsync(known, actor, ct);
        return known;
    }

    private void AddSecrets(Dictionary<string, Prefill> known, Person person)
    {
        if (person is { CitizenIdCipher: { } number, CitizenIdMasked: { } shownNumber })
            known["account.citizenId"] = new Prefill(
                shownNumber, cipher.Decrypt(number, new FieldPlace("persons.citizen_id", person.Id)), Account);
        if (person is { PhoneCipher: { } phone, PhoneMasked: { } shownPhone })
            known["account.phone"] = new Prefill(shownPhone, cipher.Decrypt(phone, new FieldPlace("persons.phone", person.Id)), Account);
    }

    private async Task AddUnitAsync(Dictionary<string, Prefill> known, Actor actor, CancellationToken ct)
    {
        if (actor.Appointments is not [var appointment, ..]) return;
        known["account.organisation.name"] = new Prefill(appointment.OrganisationNameZh, appointment.OrganisationNameZh, Unit);
        var credit = await db.Organisations.AsNoTracking().Where(unit => unit.Id == appointment.OrganisationId)
            .Select(unit => unit.UnifiedSocialCreditCode).SingleOrDefaultAsync(ct);
        if (credit is not null) known["account.organisation.creditCode"] = new Prefill(credit, credit, Unit);
    }

    /// <summary>
    /// The newest recognition that the actor holds: its certificate, and where the work is done as the case of the recognition says.
    /// </summary>
    private async Task AddRecognitionAsync(Dictionary<string, Prefill> known, Actor actor, CancellationToken ct)
    {
        if (actor.PersonId is not { } person) return;
        var held = (await recognitions.OwnAsync(actor, ct)).FirstOrDefault(one => one.PersonId == person && one.Holds);
        if (held is null) return;
        var number = CertificateNumber.Parse(held.Number).Value.ToString();
        known["recognition.number"] = new Prefill(number, number, Held);
        var answers = await db.Applications.AsNoTracking().Where(row => row.CaseId == held.CaseId)
            .Select(row => row.Answers).SingleAsync(ct);
        using var document = JsonDocument.Parse(answers);
        if (document.RootElement.TryGetProperty("servicePlace", out var place) && place.GetString() is { Length: > 0 } region)
            known["recognition.servicePlace"] = new Prefill(region, region, Held);
    }
}
