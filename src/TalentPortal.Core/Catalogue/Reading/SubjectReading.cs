using TalentPortal.Core.Catalogue.Forms;

namespace TalentPortal.Core.Catalogue.Reading;

/// <summary>Reads whom an application is about, and what its workflow may see.</summary>
internal static class SubjectReading
{
    public static ItemSubject Subject(JsonCursor item)
    {
        if (!item.Has("subject")) return new ItemSubject(Name: null, CitizenId: null, Phone: null, CreditCode: null, Region: null);
        var subject = item.Child("subject");
        var read = new ItemSubject(Path("name"), Path("citizenId"), Path("phone"), Path("creditCode"), Path("region"));
        subject.Close();
        return read;

        string? Path(string name) => subject.OptionalText(name) is { Length: > 0 } path ? path : null;
    }

    public static IReadOnlyList<string> WorkflowInputs(JsonCursor item) => item.Has("workflowInputs") ? item.Texts("workflowInputs") : [];

    public static void Check(ServiceItem item, ReadingLog log)
    {
        Of("name", item.Subject.Name, FieldType.Text);
        Of("citizenId", item.Subject.CitizenId, FieldType.CitizenId);
        Of("phone", item.Subject.Phone, FieldType.Phone);
        Of("creditCode", item.Subject.CreditCode, FieldType.CreditCode);
        Of("region", item.Subject.Region, FieldType.Region);
        foreach (var path in item.WorkflowInputs)
        {
            if (item.FindField(path) is not { } field) log.Error("$.workflowInputs", $"there is no field '{path}'");
            else if (field.Sensitivity is Sensitivity.Personal or Sensitivity.Sensitive)
                log.Error("$.workflowInputs", $"the field '{path}' is personal and may not enter a workflow");
        }

        void Of(string name, string? path, FieldType type)
        {
            if (path is not null && item.FindField(path)?.Type != type)
                log.Error($"$.subject.{name}", $"there is no field '{path}' of type {type}");
        }
    }
}
