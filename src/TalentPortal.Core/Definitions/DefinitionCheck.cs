using System.Text.Json;
using TalentPortal.Core.Orchestration;
using TalentPortal.Workflows.Definitions;

namespace TalentPortal.Core.Definitions;

/// <summary>Everything that must hold before a definition serves people; says all at once what does not.</summary>
public sealed class DefinitionCheck(DefinitionReader reader, WorkflowDefinitions definitions, HouseCheck house)
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 256, AllowDuplicateProperties = false };

    /// <summary>Whether it can be read at all: the checks at each load.</summary>
    /// <returns>The definition, or what speaks against it.</returns>
    public (WorkflowDefinition? Definition, IReadOnlyList<DefinitionFinding> Findings) Read(string text, string fileName)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Options);
        }
        catch (JsonException broken) when (broken is { LineNumber: { } line, BytePositionInLine: { } column })
        {
            var finding = DefinitionFinding.Of(
                HouseFault.BrokenJson, activityId: null, property: null, Number(line + 1), Number(column + 1));
            return (null, [finding with { Line = line + 1 }]);
        }
        catch (JsonException)
        {
            // Without a line it is not the syntax; the reader says what it is.
        }

        try
        {
            return (reader.Read(text, fileName, isPublished: true), []);
        }
        catch (DefinitionException refused)
        {
            return (null, [.. refused.Errors.Select(DefinitionFinding.Of)]);
        }
    }

    /// <summary>All checks: loading, what definitions say of one another, what publishing asks, what this portal asks.</summary>
    public async Task<IReadOnlyList<DefinitionFinding>> RunAsync(string text, string fileName, CancellationToken ct)
    {
        var (definition, findings) = Read(text, fileName);
        if (definition is null) return findings;
        DefinitionCatalog catalog;
        try
        {
            catalog = new DefinitionCatalog(
                [.. definitions.Runner.Catalog.Definitions.Where(other => other.ToString() != definition.ToString()), definition]);
        }
        catch (DefinitionException refused)
        {
            return [.. refused.Errors.Select(DefinitionFinding.Of)];
        }

        return [.. PublicationCheck.Run(definition, catalog).Select(DefinitionFinding.Of), .. await house.RunAsync(definition, ct)];
    }

    private static string Number(long value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
