using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Standards.Parameters;

namespace TalentPortal.Core.Lists;

/// <summary>Writes down that a list leaves the portal as a file, before it does.</summary>
public sealed class ListExports(AuditStreams audit, ParameterTable parameters, PortalTimeZone zone)
{
    /// <summary>Most rows of one sheet today.</summary>
    public int MostRows => parameters.Int("list.exportMostRows", zone.Today);

    /// <summary>Records an export.</summary>
    public Task RecordAsync(ListExport export, Operation operation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(export);
        return audit.AppendAsync(AuditStream.Unmasking, "ListExported", operation, new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["list"] = export.List,
            ["filter"] = export.Filter,
            ["columns"] = export.Columns,
            ["rows"] = export.Rows,
            ["purpose"] = export.Purpose.ToString(),
        }, ct);
    }
}
