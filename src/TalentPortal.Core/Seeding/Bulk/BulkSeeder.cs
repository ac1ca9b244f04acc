using System.Diagnostics;
using System.Globalization;
using System.Threading.Channels;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Parties;
using TalentPortal.Core.Standards;

namespace TalentPortal.Core.Seeding.Bulk;

/// <summary>
/// Fills a database with made-up cases: a few dozen are handed in and decided through the services that pages use, all others are cast
/// from them, with keys, people, days and audit chains of their own, and written with COPY. A copy goes on as a real case does.
/// </summary>
public sealed class BulkSeeder
{
    private const int ChunkCases = 10_000;
    private const int CasesAnApplicant = 20;
    private const int FewestApplicants = 20;
    private const int MostApplicants = 50_000;
    private static readonly TimeSpan WorkingHours = TimeSpan.FromHours(8);

    private readonly BulkParts parts;
    private readonly BulkCopy copy;

    internal BulkSeeder(BulkParts parts)
    {
        this.parts = parts;
        copy = new BulkCopy(parts.Database, parts.Time);
    }

    /// <summary>Fills.</summary>
    /// <param name="order">How many.</param>
    /// <param name="tell">Told how it goes.</param>
    /// <param name="ct">Cancels: what was written until then stays, whole cases only.</param>
    public async Task<BulkResult> RunAsync(BulkOrder order, Action<string> tell, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(tell);
        var marked = await copy.MarkedAsync(ct);
        if (marked is not null && !order.Again)
            return new BulkResult(0, 0, "This database holds made-up cases in bulk already. To add more, say --again.");
        var material = BulkMaterial.Read(parts.Files);
        var staff = new BulkStaff(parts.Database, parts.Organisations, parts.Time);
        await staff.PrepareAsync(material, Math.Clamp(order.Cases / CasesAnApplicant, FewestApplicants, MostApplicants), ct);
        var next = marked ?? 0;
        var molds = new List<Mold>();
        await foreach (var mold in MoldsAsync(order, material, staff, next, ct)) molds.Add(mold);
        tell(string.Create(CultureInfo.InvariantCulture,
            $"{molds.Count} cases were handed in and decided; the others are cast from them."));
        // From here on only what moves is anchored: copies are, once somebody works on them.
        await parts.Anchors.WriteAsync(ct);
        return await WriteAsync(order, (molds, material, staff), next + molds.Count, tell, ct);
    }

    private async IAsyncEnumerable<Mold> MoldsAsync(BulkOrder order, BulkMaterial material, BulkStaff staff, int next,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var units = (await parts.Organisations.AllAsync(ct)).OrderBy(unit => unit.Code, StringComparer.Ordinal).ToList();
        var office = units.First(unit => unit.Kind is OrganisationKind.TalentOffice);
        var towns = units.Where(unit => unit.Kind is OrganisationKind.Town).Take(order.Places).ToList();
        var villages = units.Where(unit => unit.Kind is OrganisationKind.Village).Take(order.Places).ToList();
        var maker = parts.Maker();
        var reader = new MoldReader(parts.Database, parts.Catalog, staff);
        var recipes = new MoldRecipes(material, office).All(towns, villages).ToList();
        await copy.MarkAsync(next + recipes.Count, ct);
        foreach (var (place, recipe) in recipes.Index())
        {
            var person = BulkPerson.Of(material, next + place);
            var caseId = await maker.MakeAsync(recipe, person, material.Questions[place % material.Questions.Count], (staff, material), ct);
            yield return await reader.ReadAsync(recipe, caseId, person, ct);
        }
    }

    /// <summary>One thread casts while the database takes what was cast before.</summary>
    private async Task<BulkResult> WriteAsync(
        BulkOrder order, (List<Mold> Molds, BulkMaterial Material, BulkStaff Staff) from, int next, Action<string> tell,
        CancellationToken ct)
    {
        var serials = await copy.SerialsAsync(order.Cases, ct);
        var chunks = Channel.CreateBounded<BulkChunk>(1);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var casting = Task.Run(() => CastAsync(order, from, next, serials, chunks.Writer, stop.Token), stop.Token);
        var (cases, tasks, started) = (0, 0, Stopwatch.GetTimestamp());
        try
        {
            await foreach (var chunk in chunks.Reader.ReadAllAsync(ct))
            {
                await copy.WriteAsync(chunk, ct);
                (cases, tasks) = (cases + chunk.Cases, tasks + chunk.OpenTasks);
                tell(string.Create(CultureInfo.InvariantCulture,
                    $"{cases:N0} of {order.Cases:N0} cases, {cases / Stopwatch.GetElapsedTime(started).TotalSeconds:N0} a second"));
            }
        }
        finally
        {
            await stop.CancelAsync();
        }

        await casting;
        return new BulkResult(cases, tasks);
    }

    private async Task CastAsync(BulkOrder order, (List<Mold> Molds, BulkMaterial Material, BulkStaff Staff) from, int next,
        Queue<long> serials, ChannelWriter<BulkChunk> chunks, CancellationToken ct)
    {
        try
        {
            var days = new WorkingDays(parts.Calendar, parts.Zone, parts.Zone.Today);
            var random = new Random(next);
            var shifts = from.Molds.ConvertAll(mold => BulkPlan.Shifts(mold, days));
            foreach (var places in BulkPlan.Of(from.Molds, order).Chunk(ChunkCases))
            {
                var chunk = new BulkChunk();
                foreach (var place in places)
                {
                    var mold = from.Molds[place];
                    var shift = random.Next(shifts[place].From, shifts[place].To + 1);
                    var person = BulkPerson.Of(from.Material, next++);
                    var within = WorkingHours * random.NextDouble();
                    var number = mold.Recipe.IsDraft ? "" : CaseNumber.Create(parts.District.Code, mold.ItemCode,
                        parts.Zone.DateOf(days.Move(mold.BeganAt, shift, within)), serials.Dequeue()).Value;
                    chunk.Add(mold,
                        new Casting(Keys(mold, from.Staff, random), person, number, days, shift, within, parts.Keys), parts.Chain);
                }

                chunk.NextPerson = next;
                await chunks.WriteAsync(chunk, ct);
            }

            chunks.Complete();
        }
        catch (Exception failure)
        {
            // Whoever reads the chunks gets it.
            chunks.Complete(failure);
        }
    }

    private static Guid[] Keys(Mold mold, BulkStaff staff, Random random) => [.. mold.Slots.Select(slot => slot.Kind switch
    {
        MoldSlotKind.Officer => Any(staff.Colleagues(slot.Id)!, random),
        MoldSlotKind.Applicant => Any(staff.Applicants, random),
        _ => Ids.New(),
    })];

    private static Guid Any(IReadOnlyList<Guid> list, Random random) => list[random.Next(list.Count)];
}
