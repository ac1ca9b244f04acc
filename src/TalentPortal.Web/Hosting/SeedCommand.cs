using System.Globalization;
using TalentPortal.Core.Seeding.Bulk;

namespace TalentPortal.Web.Hosting;

/// <summary>
/// The command <c>seed --cases N [--open-tasks N] [--again]</c>: fills a database with made-up cases, to see the portal at its full size.
/// </summary>
internal static class SeedCommand
{
    private const int CasesAnOpenTask = 10;
    private const string Usage =
        "seed --cases N [--open-tasks N] [--again]: N cases are 1 to 10000000, at most as many tasks of them wait, a tenth unless said.";

    /// <summary>Whether the arguments are this command.</summary>
    public static bool Is(string[] args) => args is ["seed", ..];

    /// <summary>Fills.</summary>
    /// <returns>0 when it is filled, 1 when it was refused, 2 when the arguments say something else, 130 when it was stopped.</returns>
    public static async Task<int> RunAsync(IServiceProvider services, string[] args)
    {
        if (!services.GetRequiredService<IHostEnvironment>().IsDevelopment())
            return await RefuseAsync("Made-up cases have no place beside real ones: this command runs only where ASPNETCORE_ENVIRONMENT is Development.", 1);
        if (Read(args) is not { } order) return await RefuseAsync(Usage, 2);
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.Cancel();
        };
        await using var scope = services.CreateAsyncScope();
        try
        {
            var result = await scope.ServiceProvider.GetRequiredService<BulkSeeder>().RunAsync(order, Console.WriteLine, stop.Token);
            if (result.Refusal is { } refusal) return await RefuseAsync(refusal, 1);
            Console.WriteLine("The database takes stock of what it holds.");
            await services.GetRequiredService<PortalDatabase>().TakeStockAsync(services, stop.Token);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{result.Cases:N0} made-up cases are there, {result.OpenTasks:N0} tasks wait. Their audit chains hold; messages, reminders and journals they have none."));
            return 0;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return await RefuseAsync("Stopped. What was written until now is whole; to go on, say --again.", 130);
        }
    }

    /// <summary>Reads the arguments.</summary>
    /// <returns>Null when they say something else.</returns>
    internal static BulkOrder? Read(string[] args)
    {
        var (cases, tasks, again) = (0, -1, false);
        for (var place = 1; place < args.Length; place++)
        {
            switch (args[place])
            {
                case "--again": again = true; break;
                case "--cases" when Number(args, ++place) is { } number: cases = number; break;
                case "--open-tasks" when Number(args, ++place) is { } number: tasks = number; break;
                default: return null;
            }
        }

        if (tasks < 0) tasks = cases / CasesAnOpenTask;
        return cases is > 0 and <= BulkOrder.MostCases && tasks <= cases ? new BulkOrder(cases, tasks, again) : null;
    }

    private static int? Number(string[] args, int place) =>
        place < args.Length && int.TryParse(args[place], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static async Task<int> RefuseAsync(string sentence, int code)
    {
        await Console.Error.WriteLineAsync(sentence);
        return code;
    }
}
