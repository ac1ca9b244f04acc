using TalentPortal.Core.Catalogue.Rules;

namespace TalentPortal.Core.Catalogue.Forms;

/// <summary>One page of a form.</summary>
/// <param name="Code">Code, unique within the form; part of the page's address.</param>
/// <param name="Title">Title.</param>
/// <param name="Help">A sentence under the title; may be empty.</param>
/// <param name="ShownWhen">When the page is shown; null: always.</param>
/// <param name="Fields">Fields in page order.</param>
public sealed record FormSection(
    string Code, LocalizedText Title, LocalizedText Help, Condition? ShownWhen, IReadOnlyList<FormField> Fields);
