using System.Collections;
using System.Reflection;
using AutoMapper;

namespace TalentPortal.Web.Presentation.Mapping;

/// <summary>
/// What a page shows of entities: flat, outwards only, beside the page. Projected by <c>ProjectTo</c>, so that only what is shown is read.
/// </summary>
internal abstract class ViewProfile : Profile
{
    /// <summary>Begins a profile that a present .NET can take.</summary>
    protected ViewProfile() => DropSequenceMethods(this);

    /// <summary>
    /// AutoMapper 8 offers the methods of <see cref="Enumerable"/> as sources of members, and fails on those that .NET added since
    /// (<c>MaxInteger</c>). No view uses them, and the only way to be without them is to empty the list they stand in.
    /// </summary>
    internal static void DropSequenceMethods(Profile profile)
    {
        var methods = typeof(Profile).GetField("_sourceExtensionMethods", BindingFlags.Instance | BindingFlags.NonPublic)
            ?? throw new InvalidOperationException("Another AutoMapper: see whether it still needs this.");
        ((IList)methods.GetValue(profile)!).Clear();
    }
}
