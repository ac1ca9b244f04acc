using TalentPortal.Workflows.Activities;
using TalentPortal.Workflows.Expressions;

namespace TalentPortal.Workflows.Definitions.Reading;

/// <summary>An input of one activity as its definition sets it; no expression when it is left unset.</summary>
internal sealed record InputBinding(ActivityInput Input, Expression? Expression);
