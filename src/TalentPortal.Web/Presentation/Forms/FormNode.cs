using TalentPortal.Web.Presentation.Fields;

namespace TalentPortal.Web.Presentation.Forms;

/// <summary>One thing on the page of a form that is data; <c>_FormNodes.cshtml</c> draws it.</summary>
public abstract record FormNode
{
    private FormNode()
    {
    }

    /// <summary>The fields in page order, as the error summary lists them.</summary>
    public abstract IEnumerable<FieldView> Flat { get; }

    /// <summary>A question with one control.</summary>
    /// <param name="View">What to draw.</param>
    public sealed record Question(FieldView View) : FormNode
    {
        /// <inheritdoc/>
        public override IEnumerable<FieldView> Flat => [View];
    }

    /// <summary>A question answered with files.</summary>
    /// <param name="View">What to draw.</param>
    /// <param name="Material">Code of the material.</param>
    /// <param name="Reusable">Earlier files that may be used again.</param>
    public sealed record Upload(FileFieldView View, string Material, IReadOnlyList<FileView> Reusable) : FormNode
    {
        /// <inheritdoc/>
        public override IEnumerable<FieldView> Flat => [new FieldView { Name = View.Name, Label = View.Label, Error = View.Error }];
    }

    /// <summary>A block of questions about one person.</summary>
    /// <param name="Head">Name, label, hint and error of the block.</param>
    /// <param name="Nodes">The questions.</param>
    public sealed record Block(FieldView Head, IReadOnlyList<FormNode> Nodes) : FormNode
    {
        /// <inheritdoc/>
        public override IEnumerable<FieldView> Flat => Nodes.SelectMany(node => node.Flat).Prepend(Head);
    }

    /// <summary>Rows that repeat a block of questions.</summary>
    /// <param name="Head">Name, label, hint and error of the list.</param>
    /// <param name="Items">The rows.</param>
    /// <param name="Template">An empty row, numbered by script.</param>
    /// <param name="MaxRows">Most rows.</param>
    public sealed record RowList(FieldView Head, IReadOnlyList<FormRow> Items, FormRow Template, int MaxRows) : FormNode
    {
        /// <inheritdoc/>
        public override IEnumerable<FieldView> Flat => Items.SelectMany(row => row.Nodes).SelectMany(node => node.Flat).Prepend(Head);
    }
}

/// <summary>One row of a list.</summary>
/// <param name="Number">Its number as people count, from 1.</param>
/// <param name="Name">The start of its names: <c>awards[0]</c>.</param>
/// <param name="Origin">Its place in the stored answers, so that a masked secret is found again; null for a new row.</param>
/// <param name="Nodes">Its questions.</param>
public sealed record FormRow(int Number, string Name, string? Origin, IReadOnlyList<FormNode> Nodes);
