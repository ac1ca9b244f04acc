using System.Linq.Expressions;
using System.Reflection;
using Npgsql;
using NpgsqlTypes;
using TalentPortal.Core.Data;

namespace TalentPortal.Core.Cases;

/// <summary>One column: its name, and how a property of the row goes in and out.</summary>
internal sealed class SpineColumn<T>
{
    // Compiled when a row is first written: a start pays for none of them.
    private readonly Lazy<Func<T, object?>> read;

    public SpineColumn(PropertyInfo property, NpgsqlDbType? jsonType)
    {
        Property = property;
        Name = SnakeCase.Of(property.Name);
        JsonType = jsonType;
        read = new Lazy<Func<T, object?>>(Compile);
    }

    public PropertyInfo Property { get; }

    public string Name { get; }

    public NpgsqlDbType? JsonType { get; }

    public object? Value(T row) => read.Value(row);

    public NpgsqlParameter Parameter(T row)
    {
        var value = Value(row) ?? DBNull.Value;
        return new NpgsqlParameter { Value = value, NpgsqlDbType = DbType };
    }

    /// <summary>The expression that reads this column from an open reader.</summary>
    public Expression Reader(ParameterExpression reader, int ordinal)
    {
        var type = Property.PropertyType;
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        var index = Expression.Constant(ordinal);
        Expression value = plain.IsEnum
            ? Expression.Call(typeof(Enum), nameof(Enum.Parse), [plain], Expression.Call(reader, "GetFieldValue", [typeof(string)], index))
            : Expression.Call(reader, "GetFieldValue", [plain], index);
        if (type.IsValueType && plain == type) return value;
        return Expression.Condition(
            Expression.Call(reader, "IsDBNull", null, index), Expression.Default(type), Expression.Convert(value, type));
    }

    public NpgsqlDbType DbType =>
        JsonType ?? Type.GetTypeCode(Nullable.GetUnderlyingType(Property.PropertyType) ?? Property.PropertyType) switch
        {
            TypeCode.String => NpgsqlDbType.Text,
            TypeCode.Int16 => NpgsqlDbType.Smallint,
            TypeCode.Int32 => IsEnum ? NpgsqlDbType.Text : NpgsqlDbType.Integer,
            TypeCode.Int64 => NpgsqlDbType.Bigint,
            TypeCode.Boolean => NpgsqlDbType.Boolean,
            TypeCode.Decimal => NpgsqlDbType.Numeric,
            _ => ObjectType,
        };

    private bool IsEnum => (Nullable.GetUnderlyingType(Property.PropertyType) ?? Property.PropertyType).IsEnum;

    private NpgsqlDbType ObjectType => (Nullable.GetUnderlyingType(Property.PropertyType) ?? Property.PropertyType) switch
    {
        { } type when type == typeof(Guid) => NpgsqlDbType.Uuid,
        { } type when type == typeof(DateOnly) => NpgsqlDbType.Date,
        { } type when type == typeof(DateTimeOffset) => NpgsqlDbType.TimestampTz,
        { } type when type == typeof(byte[]) => NpgsqlDbType.Bytea,
        { } type when type == typeof(Guid[]) => NpgsqlDbType.Array | NpgsqlDbType.Uuid,
        { } type => throw new NotSupportedException($"{typeof(T).Name}.{Property.Name}: no column type for {type.Name}."),
    };

    private Func<T, object?> Compile()
    {
        var row = Expression.Parameter(typeof(T));
        Expression value = Expression.Property(row, Property);
        var type = Nullable.GetUnderlyingType(Property.PropertyType) ?? Property.PropertyType;
        if (type.IsEnum) value = EnumNames(value, type);
        return Expression.Lambda<Func<T, object?>>(Expression.Convert(value, typeof(object)), row).Compile();
    }

    private static Expression EnumNames(Expression value, Type type)
    {
        // Looked up among the public methods: by name alone, Expression.Call finds the runtime's internal overload.
        var nameOf = typeof(Enum).GetMethods().Single(method => method is { Name: nameof(Enum.GetName), IsGenericMethodDefinition: true });
        var name = Expression.Call(nameOf.MakeGenericMethod(type), value.Type == type ? value : Expression.Property(value, "Value"));
        return value.Type == type ? name
            : Expression.Condition(Expression.Property(value, "HasValue"), name, Expression.Constant(null, typeof(string)));
    }
}
