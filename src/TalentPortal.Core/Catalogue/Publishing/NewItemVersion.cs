using System.Text.Json.Nodes;

namespace TalentPortal.Core.Catalogue.Publishing;

/// <summary>What another version of a service item is to be: the newest one with something changed.</summary>
/// <param name="Code">Code of the item.</param>
/// <param name="EffectiveOn">Local date from which it holds.</param>
/// <param name="MadeBy">Who made it.</param>
public sealed record NewItemVersion(string Code, DateOnly EffectiveOn, Guid MadeBy)
{
    /// <summary>Changes the newest version's JSON; null: it stays as it is.</summary>
    public Action<JsonObject>? Change { get; init; }

    /// <summary>The version of its workflow definition; null: the one that the newest version has.</summary>
    public int? DefinitionVersion { get; init; }

    /// <summary>The released change of rules that it carries out; at most one version does.</summary>
    public Guid? RuleChangeId { get; init; }
}
