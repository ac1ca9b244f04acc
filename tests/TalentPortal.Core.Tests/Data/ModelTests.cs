using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using TalentPortal.TestCommon.Databases;
using Xunit;

namespace TalentPortal.Core.Tests.Data;

/// <summary>The model that pages read through is the schema that was migrated: tables, columns, types, nullability.</summary>
public sealed class ModelTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task Model_EveryColumn_IsInTheSchemaWithTypeAndNullability()
    {
        var schema = await SchemaAsync();
        await using var context = database.NewContext();
        var wrong = new List<string>();
        foreach (var entity in context.Model.GetEntityTypes().Where(entity => entity.GetTableName() is not null && !entity.IsMappedToJson()))
        {
            var table = StoreObjectIdentifier.Table(entity.GetTableName()!);
            foreach (var property in entity.GetProperties())
            {
                var name = $"{entity.GetTableName()}.{property.GetColumnName(table)}";
                if (!schema.TryGetValue(name, out var column)) wrong.Add($"{name}: not in the schema");
                else if (column.Type != Plain(property.GetColumnType())) wrong.Add($"{name}: {column.Type} in the schema, {property.GetColumnType()} in the model");
                else if (column.Nullable != property.IsColumnNullable()) wrong.Add($"{name}: nullable {column.Nullable} in the schema, {property.IsColumnNullable()} in the model");
            }
        }

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    private static string Plain(string type) => type.Split('(')[0] switch
    {
        "character varying" => "text",
        var other => other,
    };

    private async Task<Dictionary<string, (string Type, bool Nullable)>> SchemaAsync()
    {
        await using var command = database.DataSource.CreateCommand(
            """
            select c.relname || '.' || a.attname, format_type(a.atttypid, -1), not a.attnotnull
            from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'public' and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
            """);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
        var columns = new Dictionary<string, (string, bool)>(StringComparer.Ordinal);
        while (await reader.ReadAsync()) columns[reader.GetString(0)] = (reader.GetString(1), reader.GetBoolean(2));
        return columns;
    }
}
