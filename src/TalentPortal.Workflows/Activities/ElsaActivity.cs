namespace TalentPortal.Workflows.Activities;

/// <summary>An activity of Elsa's own: its inputs are evaluated again on every resume.</summary>
internal abstract class ElsaActivity : Activity
{
    public override bool KeepsInputs => false;

    internal override bool RunsAfterOwnerEnded => true;
}
