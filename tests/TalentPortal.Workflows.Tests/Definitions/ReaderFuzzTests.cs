using TalentPortal.Workflows.Activities;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Tests.Support;
using Xunit;

namespace TalentPortal.Workflows.Tests.Definitions;

public sealed class ReaderFuzzTests
{
    private const int Rounds = 4_000;

    private static readonly string[] Fragments =
    [
        "null", "\"\"", "5", "-1", "1e99", "true", "[]", "{}", "[null]",
        "\"\\ud800\"", "{\"$values\":{}}", "\"00:00:01\"", "[[[]]]", "\"Elsa.Flowchart\"",
    ];

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public void Read_RandomlyChangedText_LoadsOrRefuses(int seed)
    {
        var random = new Random(seed);
        var files = Files();
        var refused = 0;
        for (var round = 0; round < Rounds; round++) refused += Try(ChangeText(files[random.Next(files.Count)], random));

        Assert.InRange(refused, 1, Rounds);
    }

    private static List<string> Files() => [.. Folders.Definitions().Select(File.ReadAllText)];

    private static int Try(string json)
    {
        try
        {
            var definition = new DefinitionReader(new ActivityRegistry()).Read(json, "fuzz.json");
            DefinitionWriter.Write(definition);
            return 0;
        }
        catch (DefinitionException exception)
        {
            Assert.NotEmpty(exception.Errors);
            return 1;
        }
    }

    private static string ChangeText(string file, Random random)
    {
        var at = random.Next(file.Length);
        return random.Next(3) switch
        {
            0 => file[..at],
            1 => file.Insert(at, Fragments[random.Next(Fragments.Length)]),
            _ => file.Remove(at, Math.Min(random.Next(1, 30), file.Length - at)),
        };
    }
}
