using TalentPortal.Core.TalentCards.Statements;

namespace TalentPortal.Web.Pages.Statements;

/// <summary>What the page of a statement asks.</summary>
/// <param name="Reader">Reads it.</param>
/// <param name="Answers">The partner's side.</param>
/// <param name="Decisions">The office's side.</param>
internal sealed record StatementDesk(StatementReader Reader, StatementAnswers Answers, StatementDecisions Decisions);
