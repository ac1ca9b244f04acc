using System.Collections.Frozen;
using TalentPortal.Workflows.Activities;
using TalentPortal.Workflows.Definitions.Checks;
using TalentPortal.Workflows.Definitions.Reading;

namespace TalentPortal.Workflows.Definitions;

/// <summary>Definitions side by side, several versions of each. Immutable, shared between threads.</summary>
public sealed class DefinitionCatalog
{
    private readonly FrozenDictionary<string, WorkflowDefinition> _byVersionId;
    private readonly FrozenDictionary<(string DefinitionId, int Version), WorkflowDefinition> _byVersion;
    private readonly FrozenDictionary<string, WorkflowDefinition> _published;
    private readonly FrozenDictionary<string, WorkflowDefinition> _byTypeName;

    /// <summary>A catalog of definitions that are each read already; checks what they say of one another.</summary>
    /// <exception cref="DefinitionException">Two have the same version or version id, or one refers to none that is here.</exception>
    public DefinitionCatalog(IEnumerable<WorkflowDefinition> definitions)
    {
        Definitions = [.. definitions];
        var errors = new List<DefinitionError>();
        AddTwins(errors, Definitions.GroupBy(definition => definition.Id, StringComparer.Ordinal), "id");
        AddTwins(errors, Definitions.GroupBy(definition => definition.ToString(), StringComparer.Ordinal), "version");
        if (errors.Count > 0) throw new DefinitionException(errors);

        _byVersionId = Definitions.ToFrozenDictionary(definition => definition.Id, StringComparer.Ordinal);
        _byVersion = Definitions.ToFrozenDictionary(definition => (definition.DefinitionId, definition.Version));
        _published = Newest(Definitions.Where(definition => definition.IsPublished), definition => definition.DefinitionId);
        _byTypeName = Newest(Definitions, definition => PascalCase.Of(definition.Name));
        ReferenceCheck.Run(this);
    }

    /// <summary>All definitions, in the order given.</summary>
    public IReadOnlyList<WorkflowDefinition> Definitions { get; }

    /// <summary>Reads files that may refer to one another.</summary>
    /// <param name="registry">The activity types that definitions may name.</param>
    /// <param name="files">Name and text of each file.</param>
    /// <exception cref="DefinitionException">All errors of all files at once.</exception>
    public static DefinitionCatalog Read(ActivityRegistry registry, IEnumerable<(string Name, string Json)> files)
    {
        var all = files.ToList();
        var reader = new DefinitionReader(registry, WorkflowNames.Find(all.Select(file => file.Json)));
        var definitions = new List<WorkflowDefinition>();
        var errors = new List<DefinitionError>();
        foreach (var (name, json) in all)
        {
            try
            {
                definitions.Add(reader.Read(json, name));
            }
            catch (DefinitionException exception)
            {
                errors.AddRange(exception.Errors);
            }
        }

        return errors.Count > 0 ? throw new DefinitionException(errors) : new DefinitionCatalog(definitions);
    }

    /// <summary>Finds one version, or null.</summary>
    public WorkflowDefinition? Find(string definitionId, int version) => _byVersion.GetValueOrDefault((definitionId, version));

    /// <summary>Finds a version by its own id, or null.</summary>
    public WorkflowDefinition? FindVersion(string versionId) => _byVersionId.GetValueOrDefault(versionId);

    /// <summary>Finds the newest published version, or null.</summary>
    public WorkflowDefinition? FindPublished(string definitionId) => _published.GetValueOrDefault(definitionId);

    /// <summary>What a workflow-as-activity runs: by version id, by definition id and version, published, newest, by type name.</summary>
    internal WorkflowDefinition? Resolve(WorkflowReference reference)
    {
        if (reference.VersionId is { } versionId && FindVersion(versionId) is { } exact) return exact;
        if (reference.DefinitionId is not { } id) return _byTypeName.GetValueOrDefault(reference.TypeName);
        if (reference.Version is { } version && Find(id, version) is { } numbered) return numbered;
        return FindPublished(id) ?? Definitions.Where(definition => definition.DefinitionId == id).MaxBy(definition => definition.Version);
    }

    private static FrozenDictionary<string, WorkflowDefinition> Newest(
        IEnumerable<WorkflowDefinition> definitions, Func<WorkflowDefinition, string> key) => definitions
        .GroupBy(key, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.MaxBy(definition => definition.Version)!, StringComparer.Ordinal);

    private static void AddTwins(List<DefinitionError> errors, IEnumerable<IGrouping<string, WorkflowDefinition>> groups, string property)
    {
        foreach (var group in groups)
        {
            foreach (var twin in group.Skip(1))
                errors.Add(DefinitionError.Of(twin.FileName, null, property, DefinitionFault.Twin, group.Key, group.First().FileName));
        }
    }
}
