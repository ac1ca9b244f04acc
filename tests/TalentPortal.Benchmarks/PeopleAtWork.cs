using System.Text.Json;
using TalentPortal.Benchmarks.Load;
using TalentPortal.Core.Seeding;

namespace TalentPortal.Benchmarks;

/// <summary>Applicants and officers who use the portal's API.</summary>
/// <param name="portal">Where it listens.</param>
internal sealed class PeopleAtWork(Uri portal)
{
    private const int Papers = 2;

    // The smallest picture there is: one pixel.
    private static readonly byte[] Picture = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    /// <summary>Gives each applicant a token and has each upload what the form asks for.</summary>
    public void SignIn(IReadOnlyList<Applicant> applicants)
    {
        LoadDriver.Each(portal, applicants.Count, number => applicants[number].TokenRequest(DemoOptions.DefaultPassword), 200,
            (number, body) => applicants[number].Token = Text(body, "accessToken"));
        LoadDriver.Each(portal, applicants.Count * Papers,
            number => applicants[number / Papers].Upload(number % Papers == 0 ? "portrait" : "photos", "picture.png", Picture), 201,
            (number, body) =>
            {
                lock (applicants[number / Papers]) applicants[number / Papers].Materials.Add(Guid.Parse(Text(body, "id")));
            });
    }

    /// <summary>Signs an account of the demonstration in.</summary>
    /// <returns>Its token.</returns>
    public string SignIn(string userName)
    {
        var token = "";
        LoadDriver.Each(portal, 1, _ => HttpLine.Request("POST", "/api/v1/tokens", "",
            $$"""{"userName":"{{userName}}","password":"{{DemoOptions.DefaultPassword}}"}"""), 200, (_, body) => token = Text(body, "accessToken"));
        return token;
    }

    /// <summary>Each hands in.</summary>
    /// <returns>Applications a second.</returns>
    public double Submit(IReadOnlyList<Applicant> applicants) =>
        LoadDriver.Each(portal, applicants.Count, number => applicants[number].Submission(), 201,
            (number, body) => applicants[number].Received(body));

    /// <summary>An officer answers each one's first task.</summary>
    /// <returns>Decisions a second.</returns>
    public double Decide(IReadOnlyList<Applicant> applicants, string officerToken) =>
        LoadDriver.Each(portal, applicants.Count, number => applicants[number].Decision(officerToken), 200, (_, _) => { });

    private static string Text(ReadOnlyMemory<byte> body, string property)
    {
        using var answer = JsonDocument.Parse(body);
        return answer.RootElement.GetProperty(property).GetString()!;
    }
}
