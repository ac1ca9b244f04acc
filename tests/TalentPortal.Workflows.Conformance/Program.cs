using TalentPortal.Workflows.Conformance;

if (args.Length != 1 || !File.Exists(Path.Combine(args[0], "cases.json")))
{
    Console.Error.WriteLine("Usage: dotnet run --project tests/TalentPortal.Workflows.Conformance -- FOLDER (with a cases.json)");
    return 2;
}

var folder = new CaseFolder(args[0]);
var (passed, failed) = (0, 0);
foreach (var test in folder.Read())
{
    string? difference;
    try
    {
        difference = await folder.RunAsync(test);
    }
    catch (Exception exception)
    {
        // One case that breaks the runtime must not hide the others.
        difference = exception.ToString();
    }

    if (difference is null) passed++;
    else failed++;
    Console.WriteLine(difference is null ? $"pass {test.Name}" : $"FAIL {test.Name}: {difference}");
}

Console.WriteLine($"{passed} passed, {failed} failed");
return failed == 0 ? 0 : 1;
