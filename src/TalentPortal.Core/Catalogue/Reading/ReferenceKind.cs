namespace TalentPortal.Core.Catalogue.Reading;

internal enum ReferenceKind
{
    Field,
    Rows,
    Material,
    CodeTable,
    Lookup,
    Parameter,
    Days,
}
