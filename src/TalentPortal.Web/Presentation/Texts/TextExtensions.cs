using Microsoft.Extensions.Localization;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Web.Presentation.Texts;

/// <summary>Texts of things that bring their own key.</summary>
public static class TextExtensions
{
    /// <summary>The sentence of a refusal: <c>Refusal.{type name}</c>, its arguments filled in.</summary>
    public static string Of(this IStringLocalizer texts, Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(refusal);
        return texts["Refusal." + refusal.Key, [.. refusal.Arguments]];
    }

    /// <summary>The name of an enum member: <c>Enum.{type name}.{member}</c>.</summary>
    public static string Of(this IStringLocalizer texts, Enum member)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(member);
        return texts[$"Enum.{member.GetType().Name}.{member}"];
    }
}
