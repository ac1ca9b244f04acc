using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Standards.Codes;

namespace TalentPortal.Core.RuleChanges.Sheets;

/// <summary>Names of codes that rules use without saying from which table they are: levels, sub-classes.</summary>
public static class FormCodes
{
    /// <summary>The name of a code in the first table of the form that knows it; the code itself where none does.</summary>
    public static LocalizedText NameOf(ServiceItem item, CodeTables tables, string code)
    {
        ArgumentNullException.ThrowIfNull(item);
        var codes = new ItemCodes(item, tables);
        return item.Form.Sections.SelectMany(section => section.Fields).Where(field => field.CodeTable is not null)
            .Select(field => codes.Find(field.CodeTable!, code)?.Name).FirstOrDefault(name => name is not null)
                ?? new LocalizedText(code, code);
    }
}
