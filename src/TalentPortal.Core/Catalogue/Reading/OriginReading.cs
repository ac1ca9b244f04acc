using System.Text.Json;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Catalogue.Reading;

/// <summary>Reads where a figure or rule comes from.</summary>
internal static class OriginReading
{
    public static Origin None { get; } = new(Provenance.DefaultUnverified, string.Empty);

    /// <summary>Reads <c>provenance</c> (must be there) and <c>source</c>.</summary>
    public static Origin Of(JsonCursor cursor)
    {
        var kind = cursor.ChoiceOf<Provenance>(cursor.Text("provenance"), "provenance", JsonNamingPolicy.KebabCaseLower);
        var source = cursor.OptionalText("source");
        if (source.Length == 0 && kind is not (Provenance.DefaultUnverified or Provenance.CommonKnowledge) && cursor.Has("provenance"))
            cursor.Error("source", "anything but a default must name its source");
        return new Origin(kind, source);
    }
}
