using Npgsql;
using NpgsqlTypes;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Catalogue.Forms;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Keys;
using TalentPortal.Core.Parties;
using TalentPortal.Core.Standards;

namespace TalentPortal.Core.Applications;

/// <summary>Finds out, from the answers, whom an application is about: a known person or unit, or one met for the first time.</summary>
public sealed class SubjectFinder(SecretBox secrets, FieldCipher cipher, OrganisationDirectory organisations, ActorCache actors)
{
    /// <summary>Whose number it is, whose account that is, and who the author is: an actor in memory may not know yet.</summary>
    private const string PersonSql = """
        select p.id, u.id, me.person_id from portal_users me
        left join persons p on p.citizen_id_index = $1 left join portal_users u on u.person_id = p.id
        where me.id = $2
        """;

    private const string OrganisationSql = "select id from organisations where unified_social_credit_code = $1";

    /// <summary>
    /// Names the subject in the application; adds a person or unit that the portal did not know, and the mandate of who acts for it.
    /// </summary>
    public async Task<Result<Application>> NameAsync(
        CaseWork work, Actor actor, ServiceItem item, FormAnswers answers, Application application, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(item);
        var named =
            application with { SubjectName = Text(answers, item.Subject.Name) ?? actor.DisplayName, SubjectPersonId = actor.PersonId };
        if (Text(answers, item.Subject.Region) is { } region) named = await PlaceAsync(named, region, ct);
        if (Text(answers, item.Subject.CreditCode) is { } credit)
            named =
                named with { SubjectOrganisationId = await OrganisationAsync(work, credit, named.SubjectName, ct), SubjectPersonId = null };
        else if (Text(answers, item.Subject.CitizenId) is { } number)
            return await PersonAsync(work, actor, answers, item.Subject, named, number, ct);
        return named;
    }

    private async Task<Application> PlaceAsync(Application application, string region, CancellationToken ct)
    {
        var village = region.Length == 12 ? await organisations.InRegionAsync(region, ct) : null;
        var town = region.Length >= 9 ? await organisations.InRegionAsync(region[..9], ct) : null;
        return application with { VillageOrganisationId = village?.Id, TownOrganisationId = town?.Id ?? village?.ParentId };
    }

    private async Task<Result<Application>> PersonAsync(CaseWork work, Actor actor, FormAnswers answers, ItemSubject paths,
        Application application, string number, CancellationToken ct)
    {
        var index = secrets.IndexOf(SecretKind.CitizenId, number);
        var (known, holder, own) = await KnownPersonAsync(work, actor, index, ct);
        var personId = known ?? AddPerson(work, answers, paths, application.SubjectName, number, index);
        if (application.OnBehalfBasis is { } basis)
            return application with { SubjectPersonId = personId, MandateId = AddMandate(work, actor, personId, basis) };
        if (own is null && holder is null) LinkAccount(work, actor, personId);
        else if (own != personId) return new SubjectIsSomebodyElse();
        return application with { SubjectPersonId = personId };
    }

    private static async Task<(Guid? Known, Guid? Holder, Guid? Own)> KnownPersonAsync(
        CaseWork work, Actor actor, byte[] index, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(PersonSql, work.Connection)
        {
            Parameters = { CaseBatch.Bytes(index), CaseBatch.Uuid(actor.UserId) },
        };
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        return (reader.GetFieldValue<Guid?>(0), reader.GetFieldValue<Guid?>(1), reader.GetFieldValue<Guid?>(2));
    }

    private Guid AddPerson(CaseWork work, FormAnswers answers, ItemSubject paths, string name, string number, byte[] index)
    {
        var id = Ids.New();
        var phone = Text(answers, paths.Phone);
        work.Rows<Person>().Add(new Person
        {
            Id = id,
            DistrictId = work.Case.DistrictId,
            FullName = name,
            CreatedAt = work.Now,
            CitizenIdIndex = index,
            CitizenIdCipher = cipher.Encrypt(number, new FieldPlace("persons.citizen_id", id)),
            CitizenIdMasked = Mask.IdentityNumber(number),
            PhoneCipher = phone is null ? null : cipher.Encrypt(phone, new FieldPlace("persons.phone", id)),
            PhoneIndex = phone is null ? null : secrets.IndexOf(SecretKind.Phone, phone),
            PhoneMasked = phone is null ? null : Mask.Phone(phone),
        });
        work.TryAgainOn("persons_citizen_id");
        work.Record("PersonAdded", ("person", id));
        return id;
    }

    private static Guid AddMandate(CaseWork work, Actor actor, Guid personId, string basis)
    {
        var mandate = work.Rows<Mandate>().Add(new Mandate
        {
            Id = Ids.New(),
            HolderUserId = actor.UserId,
            PersonId = personId,
            Basis = basis,
            FromOn = DateOnly.FromDateTime(work.Now.UtcDateTime),
            CreatedAt = work.Now,
        });
        work.Record("MandateStated", ("mandate", mandate.Id));
        return mandate.Id;
    }

    private void LinkAccount(CaseWork work, Actor actor, Guid personId)
    {
        work.Execute(new NpgsqlBatchCommand("update portal_users set person_id = $1 where id = $2 and person_id is null")
        {
            Parameters = { CaseBatch.Uuid(personId), CaseBatch.Uuid(actor.UserId) },
        });
        work.TryAgainOn("portal_users_person");
        work.Record("PersonLinked", ("person", personId));
        work.AfterCommit(() => actors.Forget(actor.UserId));
    }

    private static async Task<Guid> OrganisationAsync(CaseWork work, string credit, string name, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(OrganisationSql, work.Connection)
        {
            Parameters = { new NpgsqlParameter { Value = credit, NpgsqlDbType = NpgsqlDbType.Text } },
        };
        if (await command.ExecuteScalarAsync(ct) is Guid known) return known;
        var added = work.Rows<Organisation>().Add(new Organisation
        {
            Id = Ids.New(),
            DistrictId = work.Case.DistrictId,
            Code = credit,
            Kind = OrganisationKind.Firm,
            NameZh = name,
            NameEn = name,
            UnifiedSocialCreditCode = credit,
            Provenance = "application",
            ActiveFrom = DateOnly.FromDateTime(work.Now.UtcDateTime),
        });
        work.TryAgainOn("organisations_code_key");
        work.TryAgainOn("organisations_unified_social_credit_code_key");
        work.Record("OrganisationAdded", ("organisation", added.Id));
        return added.Id;
    }

    private static string? Text(FormAnswers answers, string? path) =>
        path is null ? null : (answers.Find(path) as AnswerValue.Text)?.Value;
}
