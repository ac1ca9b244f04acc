namespace TalentPortal.Web.Presentation.Fields;

/// <summary>The control of a field.</summary>
public enum FieldControl
{
    /// <summary>What follows from the property's type and attributes; a line of text when nothing does.</summary>
    Auto,

    /// <summary>One line of text.</summary>
    Text,

    /// <summary>Several lines.</summary>
    TextArea,

    /// <summary>A whole or decimal number, typed as text with a numeric keyboard.</summary>
    Number,

    /// <summary>A day.</summary>
    Date,

    /// <summary>One of many, as a list; options may be grouped.</summary>
    Select,

    /// <summary>One of few, all visible.</summary>
    Radios,

    /// <summary>Any of few, all visible.</summary>
    Checks,

    /// <summary>Yes or nothing: one box with the label beside it.</summary>
    Checkbox,

    /// <summary>A secret; never echoed.</summary>
    Password,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>A telephone number.</summary>
    Phone,
}
