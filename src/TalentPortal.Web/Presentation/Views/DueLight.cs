namespace TalentPortal.Web.Presentation.Views;

/// <summary>The light of a case's deadline: each has a colour, a shape and words.</summary>
public enum DueLight
{
    /// <summary>In time: a circle.</summary>
    Green,

    /// <summary>Due soon: a triangle.</summary>
    Yellow,

    /// <summary>Late: a diamond.</summary>
    Red,

    /// <summary>The clock stands: two bars.</summary>
    Grey,

    /// <summary>Done before the promised day: a ring.</summary>
    Blue,
}
