namespace TalentPortal.Core.Catalogue;

/// <summary>A published version of a service item, with the version of the workflow that it pins.</summary>
/// <param name="Id">Key.</param>
/// <param name="Item">What the file says.</param>
/// <param name="DefinitionVersion">Version of the definition that handles it.</param>
public sealed record ServiceItemVersion(Guid Id, ServiceItem Item, int DefinitionVersion);
