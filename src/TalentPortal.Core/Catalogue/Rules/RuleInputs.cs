using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Catalogue.Forms;

namespace TalentPortal.Core.Catalogue.Rules;

/// <summary>What rules read: answers by path, and how many files each material has.</summary>
/// <param name="read">The answer at a path; null when it is blank.</param>
/// <param name="countFiles">The number of files of a material.</param>
public sealed class RuleInputs(Func<string, AnswerValue?> read, Func<string, int> countFiles)
{
    /// <summary>The inputs of an application as it stands; what its form hides counts as blank.</summary>
    /// <param name="context">Item, day, figures and tables.</param>
    /// <param name="answers">Unmasked answers of the applicant.</param>
    /// <param name="review">What reviewers entered, by field code; read under <c>review.…</c>.</param>
    /// <param name="files">Number of files by material code.</param>
    public static RuleInputs Of(RuleContext context, FormAnswers answers, FormAnswers review, IReadOnlyDictionary<string, int> files) =>
        new FormVisibility(context, answers, files, review).Inputs;

    /// <summary>The answer at a path; null when it is blank.</summary>
    public AnswerValue? Read(string path) => read(path);

    /// <summary>The number of files of a material.</summary>
    public int CountFiles(string material) => countFiles(material);

    /// <summary>The rows within which paths are read; null outside of rows.</summary>
    public FormField? Row { get; private init; }

    /// <summary>The same inputs seen from within a row: its own fields hide those of the form.</summary>
    /// <param name="rows">The field of the rows.</param>
    /// <param name="row">The row.</param>
    public RuleInputs InRow(FormField rows, AnswerValue.Group row)
    {
        var own = rows.Fields.Select(f => f.Code).ToHashSet(StringComparer.Ordinal);
        return new RuleInputs(path => own.Contains(path) ? row.Fields.GetValueOrDefault(path) : read(path), countFiles) { Row = rows };
    }
}
