using TalentPortal.Core.Catalogue.Rules;

namespace TalentPortal.Core.Catalogue;

/// <summary>A check over several fields, made when the form is submitted.</summary>
/// <param name="Code">Code, unique within the item.</param>
/// <param name="Must">What must hold; a blank input does not fail it.</param>
/// <param name="Message">What to tell the applicant.</param>
/// <param name="Path">The field at which the message stands.</param>
public sealed record ConsistencyRule(string Code, Condition Must, LocalizedText Message, string Path);
