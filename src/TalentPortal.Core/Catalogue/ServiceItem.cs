using TalentPortal.Core.Catalogue.Forms;
using TalentPortal.Core.Catalogue.Guides;
using TalentPortal.Core.Catalogue.Materials;
using TalentPortal.Core.Catalogue.Rules;
using TalentPortal.Core.Catalogue.Scores;
using TalentPortal.Core.Catalogue.Windows;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Catalogue;

/// <summary>
/// One version of what can be applied for: guide, form, materials, rules, and the workflow that handles it. Read from one JSON
/// file; immutable; a case pins the version with which it was submitted.
/// </summary>
public sealed record ServiceItem
{
    /// <summary>Code of 8 letters and digits; part of every case number.</summary>
    public required string Code { get; init; }

    /// <summary>Readable key, the file's name without extension; part of page addresses.</summary>
    public required string Key { get; init; }

    /// <summary>Version, from 1; with <see cref="Code"/> it names the version for ever.</summary>
    public required int Version { get; init; }

    /// <summary>Local date from which this version holds.</summary>
    public required DateOnly EffectiveOn { get; init; }

    /// <summary>Name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>One sentence: what one gets out of it.</summary>
    public required LocalizedText Summary { get; init; }

    /// <summary>Whether people find it among the services; false for what begins elsewhere, as an objection does on its notice.</summary>
    public bool Listed { get; init; } = true;

    /// <summary>Who may be the subject.</summary>
    public required IReadOnlyList<Audience> Audience { get; init; }

    /// <summary>Workflow definition that handles a submitted application.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>Which answers say whom an application is about.</summary>
    public required ItemSubject Subject { get; init; }

    /// <summary>Paths of the answers that the workflow may see: codes, numbers and yes or no, never a personal value.</summary>
    public required IReadOnlyList<string> WorkflowInputs { get; init; }

    /// <summary>What kind of body decides; drives <see cref="AppealText"/>.</summary>
    public required DecidingBodyKind DecidingBody { get; init; }

    /// <summary>The guide.</summary>
    public required ServiceGuide Guide { get; init; }

    /// <summary>When applications are taken.</summary>
    public required ServiceItemWindow Window { get; init; }

    /// <summary>How many are taken.</summary>
    public required ServiceItemQuota Quota { get; init; }

    /// <summary>The form of the applicant.</summary>
    public required ServiceForm Form { get; init; }

    /// <summary>What reviewers enter along with their answers and rules read, under the path <c>review.…</c>.</summary>
    public required IReadOnlyList<ReviewForm> ReviewForms { get; init; }

    /// <summary>Materials in the order of the guide.</summary>
    public required IReadOnlyList<MaterialRule> Materials { get; init; }

    /// <summary>The item's own code tables by key.</summary>
    public required IReadOnlyDictionary<string, ItemCodeTable> CodeTables { get; init; }

    /// <summary>Numbers by code, by key.</summary>
    public required IReadOnlyDictionary<string, ItemLookup> Lookups { get; init; }

    /// <summary>Questions anybody may answer before signing in.</summary>
    public required IReadOnlyList<PreCheckQuestion> PreCheck { get; init; }

    /// <summary>Conditions of eligibility.</summary>
    public required IReadOnlyList<EligibilityRule> Eligibility { get; init; }

    /// <summary>Cross-field checks at submit.</summary>
    public required IReadOnlyList<ConsistencyRule> Checks { get; init; }

    /// <summary>The score table; null where nothing is scored.</summary>
    public required ScoreTable? Score { get; init; }

    /// <summary>Further texts by key (commitment, consent …).</summary>
    public required IReadOnlyDictionary<string, LocalizedText> Texts { get; init; }

    /// <summary>SHA-256 of the canonical JSON, lower-case hexadecimal: the same version with another checksum is another item.</summary>
    public required string Checksum { get; init; }

    /// <summary>The appeal text against a body of a kind.</summary>
    public LocalizedText AppealAgainst(DecidingBodyKind body) =>
        body is DecidingBodyKind.Government ? Guide.AppealGovernment : Guide.AppealParty;

    /// <summary>The appeal text against the body that decides in the end.</summary>
    public LocalizedText AppealText => AppealAgainst(DecidingBody);

    /// <summary>
    /// Paths that must be stored apart, encrypted. Row fields carry <c>[]</c> in place of the row (<c>households[].phone</c>).
    /// </summary>
    public IReadOnlyList<SensitiveField> SensitiveFields => Form.SensitiveFields;

    /// <summary>
    /// The field at a path of the form, or of the review forms under <c>review.…</c> (<c>review.field</c>, <c>review.form[].field</c>);
    /// null when there is none.
    /// </summary>
    public FormField? FindField(string path)
    {
        const string review = "review.";
        if (!path.StartsWith(review, StringComparison.Ordinal)) return Form.Find(path);
        var (rest, open) = (path[review.Length..], path.IndexOf("[].", StringComparison.Ordinal) - review.Length);
        if (open > 0)
            return ReviewForms.FirstOrDefault(form => form.Code == rest[..open])?.Fields.FirstOrDefault(f => f.Code == rest[(open + 3)..]);
        return ReviewForms.FirstOrDefault(form => form.Code == rest)?.AsRows
            ?? ReviewForms.SelectMany(form => form.Fields).FirstOrDefault(field => field.Code == rest);
    }

    /// <summary>This item with what a reviewer enters in place of the applicant's form, so that it is checked by the same rules.</summary>
    /// <param name="step">The step.</param>
    /// <param name="outcome">The answer.</param>
    public ServiceItem ForReview(string step, string outcome)
    {
        var asked = ReviewForms.Where(form => form.IsAskedWith(step, outcome)).ToList();
        return this with
        {
            Form = new ServiceForm([.. asked.Select(form => form.AsSection)]),
            Checks = [.. asked.SelectMany(form => form.Checks)],
            Materials = [],
        };
    }

    /// <summary>Whether this version may be published: a guide with a blank required element may not.</summary>
    public Result CheckPublishable() => Guide.Blanks.Count == 0 ? Result.Success : new ServiceGuideIncomplete(Guide.Blanks);

    /// <summary>The material with this code; null when there is none.</summary>
    public MaterialRule? FindMaterial(string code) => Materials.FirstOrDefault(m => string.Equals(m.Code, code, StringComparison.Ordinal));
}
