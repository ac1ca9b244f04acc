using AutoMapper;
using AutoMapper.Configuration;

namespace TalentPortal.Web.Presentation.Mapping;

/// <summary>All views of entities, collected from the profiles beside the pages.</summary>
internal static class ViewMaps
{
    /// <summary>Registers the mapper; it is built when a page first asks for it.</summary>
    public static IServiceCollection AddViewMaps(this IServiceCollection services) => services.AddSingleton(_ => Create());

    /// <summary>Builds the mapper.</summary>
    public static IMapper Create()
    {
        var maps = new MapperConfigurationExpression();
        ViewProfile.DropSequenceMethods(maps);
        foreach (var profile in typeof(ViewMaps).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(ViewProfile))))
            maps.AddProfile((Profile)Activator.CreateInstance(profile)!);
        return new MapperConfiguration(maps).CreateMapper();
    }
}
