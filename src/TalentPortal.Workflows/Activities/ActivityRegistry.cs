using System.Reflection;

namespace TalentPortal.Workflows.Activities;

/// <summary>The activity types that definitions may name: Elsa's own and the host's. Immutable.</summary>
public sealed class ActivityRegistry
{
    private static readonly Activity[] BuiltIn = [.. CreateBuiltIn()];
    private readonly Dictionary<string, Activity> _byType = new(StringComparer.Ordinal);

    /// <summary>A registry with Elsa's activities and those given.</summary>
    /// <exception cref="ArgumentException">Two activities have the same type name.</exception>
    public ActivityRegistry(IEnumerable<Activity> hostActivities)
    {
        foreach (var activity in BuiltIn.Concat(hostActivities))
        {
            if (!_byType.TryAdd(activity.TypeName, activity))
                throw new ArgumentException($"Activity type '{activity.TypeName}' is registered twice.", nameof(hostActivities));
        }
    }

    /// <summary>A registry with Elsa's activities only.</summary>
    public ActivityRegistry()
        : this([])
    {
    }

    /// <summary>All types.</summary>
    public IReadOnlyCollection<Activity> All => _byType.Values;

    /// <summary>Finds a type by name, or null.</summary>
    public Activity? Find(string typeName) => _byType.GetValueOrDefault(typeName);

    private static IEnumerable<Activity> CreateBuiltIn() => Assembly.GetExecutingAssembly().GetTypes()
        .Where(type => type.IsSubclassOf(typeof(ElsaActivity)) && !type.IsAbstract)
        .Select(type => (Activity)Activator.CreateInstance(type, nonPublic: true)!);
}
