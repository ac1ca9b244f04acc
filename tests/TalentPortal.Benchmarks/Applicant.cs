using System.Globalization;
using System.Text.Json;
using TalentPortal.Benchmarks.Load;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Standards;

namespace TalentPortal.Benchmarks;

/// <summary>Somebody who applies for recognition once, with an account, a citizen number and papers of their own.</summary>
/// <param name="number">Which one of the run.</param>
internal sealed class Applicant(int number)
{
    /// <summary>The account.</summary>
    public Guid UserId { get; } = Ids.New();

    /// <summary>Its name.</summary>
    public string UserName { get; } = string.Create(CultureInfo.InvariantCulture, $"applicant{number}@bench");

    /// <summary>The uploaded papers that the form asks for: a portrait and photos.</summary>
    public IReadOnlyList<Guid> Materials { get; } = [Ids.New(), Ids.New()];

    /// <summary>The case's number, once the application is in.</summary>
    public string CaseNumber { get; private set; } = "";

    /// <summary>The key of the first task.</summary>
    public string TaskId { get; private set; } = "";

    /// <summary>The bearer token.</summary>
    public string Token { get; set; } = "";

    /// <summary>Asks for a token, from an address of the applicant's own.</summary>
    public byte[] TokenRequest(string password) => HttpLine.Request("POST", "/api/v1/tokens",
        string.Create(CultureInfo.InvariantCulture, $"X-Forwarded-For: 10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}\r\n"),
        $$"""{"userName":"{{UserName}}","password":"{{password}}"}""");

    /// <summary>Hands in the application of a rural teacher.</summary>
    public byte[] Submission() => HttpLine.Request("POST", "/api/v1/applications", $"{Bearer(Token)}Idempotency-Key: {Ids.New()}\r\n",
        $$$"""
        {"serviceItem":"talent-recognition","materials":["{{{string.Join("\",\"", Materials)}}}"],"answers":
        {"person":{"name":"Qin Xiaohe","citizenId":"{{{CitizenNumber(number)}}}","education":"31","phone":"13812345678"},
        "residence":"450311100201","category":"public-service","subClass":"teacher","servicePlace":"450311100201",
        "startedOn":"2010-09-01","stillServing":true,"papers":2,"ledHouseholds":0,"apprentices":6,
        "titles":[{"title":"012","obtainedOn":"2020-12-01"}],"recommendedBy":"village","recommender":"Yanshan Village",
        "noMisconduct":true,"notDiscredited":true,"consentToCheck":true,"commitment":true}}
        """);

    /// <summary>Reads the answer: without a task in it, it does not count.</summary>
    public void Received(ReadOnlyMemory<byte> answer)
    {
        using var receipt = JsonDocument.Parse(answer);
        CaseNumber = receipt.RootElement.GetProperty("number").GetString()!;
        TaskId = receipt.RootElement.GetProperty("tasks")[0].GetProperty("id").GetString()!;
    }

    /// <summary>The village recommends the applicant.</summary>
    public byte[] Decision(string officerToken) => HttpLine.Request("POST", $"/api/v1/tasks/{TaskId}/decisions",
        $"{Bearer(officerToken)}Idempotency-Key: {Ids.New()}\r\n", """
        {"outcome":"Recommend","reason":"Known here for years.",
          "fields":{"votesPresent":42,"votesFor":40,"votesAgainst":1,"votedOn":"2026-02-25","voteRecord":"No. 3"}}
        """);

    /// <summary>A header.</summary>
    public static string Bearer(string token) => $"Authorization: Bearer {token}\r\n";

    private static string CitizenNumber(int number)
    {
        var born = new DateOnly(1970, 1, 1).AddDays(number / 900);
        var body = string.Create(CultureInfo.InvariantCulture, $"450311{born:yyyyMMdd}{100 + (number % 900):000}");
        return body + Iso7064.Mod11Radix2(body);
    }
}
