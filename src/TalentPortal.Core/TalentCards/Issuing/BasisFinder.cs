using System.Text.Json;
using Npgsql;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Files;
using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Core.TalentCards.Cards;

namespace TalentPortal.Core.TalentCards.Issuing;

/// <summary>
/// Finds the grounds on which a person may hold a card: recognitions that hold, and what the application names and proves.
/// </summary>
public sealed class BasisFinder(PortalTimeZone zone)
{
    private const string RecognitionsSql =
        """
        select id, level, valid_to from recognitions
        where person_id = $1 and status = 'Valid' and issued_on <= $2 and valid_to >= $2 order by issued_on, id
        """;

    /// <summary>Answer → kind of basis → material that proves it.</summary>
    private static readonly (string Field, BasisKind Kind, string Material)[] Named =
    [
        ("title", BasisKind.Title, "titleProof"),
        ("degree", BasisKind.Degree, "degreeProof"),
        ("honour", BasisKind.Honour, "honourProof"),
    ];

    /// <summary>All that the subject of a locked application has, as far as it is worth a level.</summary>
    public async Task<IReadOnlyList<FoundBasis>> FindAsync(CaseWork work, BenefitCatalogue catalogue, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        var application = work.Rows<Application>().Single();
        var found = application.SubjectPersonId is { } person ? await RecognitionsAsync(work.Connection, catalogue, person, ct) : [];
        using var answers = JsonDocument.Parse(application.Answers);
        foreach (var (field, kind, material) in Named)
        {
            if (!answers.RootElement.TryGetProperty(field, out var answer) || answer.ValueKind is not JsonValueKind.String) continue;
            if (catalogue.LevelOf(kind, answer.GetString()!) is not { } level) continue;
            var proof = work.Rows<CaseMaterial>().FirstOrDefault(link => link.Code == material)?.MaterialId;
            found.Add(new FoundBasis(kind, answer.GetString()!, level.Code, level.Rank, RecognitionId: null, proof, ValidTo: null));
        }

        return found;
    }

    /// <summary>The recognitions of a person that hold today.</summary>
    public async Task<List<FoundBasis>> RecognitionsAsync(
        NpgsqlConnection connection, BenefitCatalogue catalogue, Guid personId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        await using var command = new NpgsqlCommand(RecognitionsSql, connection);
        command.Parameters.Add(CaseBatch.Uuid(personId));
        command.Parameters.AddWithValue(zone.Today);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var found = new List<FoundBasis>();
        while (await reader.ReadAsync(ct))
        {
            if (catalogue.LevelOf(BasisKind.Recognition, reader.GetString(1)) is not { } level) continue;
            found.Add(new FoundBasis(BasisKind.Recognition, reader.GetString(1), level.Code, level.Rank,
                reader.GetGuid(0), MaterialId: null, reader.GetFieldValue<DateOnly>(2)));
        }

        return found;
    }
}
