using System.Text.Json;
using TalentPortal.Benchmarks.Load;
using TalentPortal.Core.Seeding;

namespace TalentPortal.Benchmarks;

/// <summary>Applicants and officers who use the portal's API.</summary>
/// <param name="portal">Where it listens.</param>
internal sealed class PeopleAtWork(Uri portal)
{
    /// <summary>Gives each applicant a token.</summary>
    public void SignIn(IReadOnlyList<Applicant> applicants) =>
        LoadDriver.Each(portal, applicants.Count, number => applicants[number].TokenRequest(DemoOptions.DefaultPassword), 200,
            (number, body) => applicants[number].Token = Token(body));

    /// <summary>Signs an account of the demonstration in.</summary>
    /// <returns>Its token.</returns>
    public string SignIn(string userName)
    {
        var token = "";
        LoadDriver.Each(portal, 1, _ => HttpLine.Request("POST", "/api/v1/tokens", "",
            $$"""{"userName":"{{userName}}","password":"{{DemoOptions.DefaultPassword}}"}"""), 200, (_, body) => token = Token(body));
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
        LoadDriver.Each(portal, applicants.Count, number => applicants[number].Decision(officerToken), 201, (_, _) => { });

    private static string Token(ReadOnlyMemory<byte> body)
    {
        using var answer = JsonDocument.Parse(body);
        return answer.RootElement.GetProperty("accessToken").GetString()!;
    }
}
