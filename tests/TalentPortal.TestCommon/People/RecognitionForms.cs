using System.Globalization;
using System.Text.Json;

namespace TalentPortal.TestCommon.People;

/// <summary>Filled forms of the talent recognition.</summary>
public static class RecognitionForms
{
    private static int people;

    /// <summary>A rural teacher of Yanshan village.</summary>
    /// <param name="citizenId">Whose; a new person's when left out.</param>
    public static JsonElement Teacher(string? citizenId = null)
    {
        using var answers = JsonDocument.Parse($$"""
            { "person": { "name": "Qin Xiaohe", "citizenId": "{{citizenId ?? NextCitizenId()}}", "education": "31", "phone": "13812345678" },
              "residence": "450311100201", "category": "public-service", "subClass": "teacher", "servicePlace": "450311100201",
              "startedOn": "2010-09-01", "stillServing": true, "papers": 2, "ledHouseholds": 0, "apprentices": 6,
              "titles": [{ "title": "012", "obtainedOn": "2020-12-01" }], "recommendedBy": "village", "recommender": "Yanshan Village",
              "noMisconduct": true, "notDiscredited": true, "consentToCheck": true, "commitment": true }
            """);
        return answers.RootElement.Clone();
    }

    /// <summary>A number that nobody in this run has had; its check character is right.</summary>
    public static string NextCitizenId()
    {
        int[] weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        var next = Interlocked.Increment(ref people);
        // Year, month, day and serial are the digits of one number, so that 20 years × 9 × 28 × 1000 people differ.
        var (serial, day, month, year) = (next % 1000, (next / 1000 % 28) + 1, (next / 28_000 % 9) + 1, 1970 + (next / 252_000 % 20));
        var body = string.Create(CultureInfo.InvariantCulture, $"450311{year}{month:00}{day:00}{serial:000}");
        return body + "10X98765432"[body.Select((digit, index) => (digit - '0') * weights[index]).Sum() % 11];
    }
}
