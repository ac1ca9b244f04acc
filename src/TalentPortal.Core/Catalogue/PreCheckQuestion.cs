using TalentPortal.Core.Catalogue.Forms;

namespace TalentPortal.Core.Catalogue;

/// <summary>
/// A question of the short test before the form. It asks for less than the form does (a birth date, not a citizen number) and
/// its answer stands for the form's field in the eligibility rules. Nothing of it is kept.
/// </summary>
/// <param name="Field">The question: label, type, range.</param>
/// <param name="StandsFor">Path of the form field whose place the answer takes.</param>
public sealed record PreCheckQuestion(FormField Field, string StandsFor);
