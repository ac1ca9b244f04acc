using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Jint;
using Jint.Native;
using Jint.Native.Array;
using Jint.Native.Date;
using Jint.Native.Function;
using Jint.Native.Object;
using TalentPortal.Workflows.Definitions.Reading;

namespace TalentPortal.Workflows.Expressions;

/// <summary>Carries values between JSON and the script engine.</summary>
internal static class ScriptValues
{
    private const int MaxDepth = 64;
    private const int MaxValues = 100_000;
    private const double MaxExactInteger = 9007199254740991;

    public static JsValue ToScript(Engine engine, JsonNode? value)
    {
        switch (value?.GetValueKind())
        {
            case null or JsonValueKind.Null:
                return JsValue.Null;
            case JsonValueKind.True:
                return JsValue.True;
            case JsonValueKind.False:
                return JsValue.False;
            case JsonValueKind.String:
                return new JsValue(value.GetValue<string>());
            case JsonValueKind.Number:
                return new JsValue(double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture));
            case JsonValueKind.Array:
                var items = value.AsArray().Select(item => ToScript(engine, item)).ToArray();
                return engine.Array.Construct(items.Length == 1 ? [] : items) is var array && items.Length == 1
                    ? Push(engine, array, items)
                    : array;
            default:
                var result = engine.Object.Construct([]);
                foreach (var (name, item) in value.AsObject()) result.Put(name, ToScript(engine, item), throwOnError: false);
                return result;
        }
    }

    /// <summary>A script's value as JSON; null for undefined and null.</summary>
    /// <exception cref="InvalidOperationException">The value is too large or contains itself: a script's limits don't hold for
    /// it.</exception>
    public static JsonNode? ToJson(JsValue value)
    {
        var left = MaxValues;
        return ToJson(value, depth: 0, ref left);
    }

    private static ObjectInstance Push(Engine engine, ObjectInstance array, JsValue[] items)
    {
        // new Array(n) with one number makes an empty array of length n.
        engine.Array.PrototypeObject.Push(array, items);
        return array;
    }

    private static JsonNode? ToJson(JsValue value, int depth, ref int left)
    {
        if (--left < 0) throw TooLarge();
        if (depth > MaxDepth) throw new InvalidOperationException("A script returned a value that is too deep or contains itself.");
        if (value.IsUndefined() || value.IsNull()) return null;
        if (value.IsBoolean()) return JsonValue.Create(value.AsBoolean());
        if (value.IsString()) return JsonValue.Create(value.AsString());
        if (value.IsNumber()) return FromNumber(value.AsNumber());
        return value.AsObject() switch
        {
            FunctionInstance => null,
            DateInstance date when double.IsNaN(date.PrimitiveValue) => null,
            DateInstance date => JsonValue.Create(date.ToDateTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)),
            ArrayInstance array => FromArray(array, depth, ref left),
            IPrimitiveInstance primitive => ToJson(primitive.PrimitiveValue, depth + 1, ref left),
            var plain => FromObject(plain, depth, ref left),
        };
    }

    private static JsonValue? FromNumber(double number)
    {
        if (!double.IsFinite(number)) return null;
        var isInteger = number == Math.Floor(number) && Math.Abs(number) <= MaxExactInteger;
        return isInteger ? JsonValue.Create((long)number) : JsonValue.Create(number);
    }

    private static JsonArray FromArray(ArrayInstance array, int depth, ref int left)
    {
        var result = new JsonArray();
        var length = array.Get("length").AsNumber();
        if (length > left) throw TooLarge();
        for (var i = 0; i < length; i++) result.Add(ToJson(array.Get(i.ToString(CultureInfo.InvariantCulture)), depth + 1, ref left));
        return result;
    }

    private static JsonObject FromObject(ObjectInstance source, int depth, ref int left)
    {
        var result = new JsonObject();
        foreach (var (name, property) in source.GetOwnProperties())
        {
            if (property.Enumerable == true) result[name] = ToJson(source.Get(name), depth + 1, ref left);
        }

        return result;
    }

    private static InvalidOperationException TooLarge() => new($"A script returned more than {MaxValues} values at once.");
}
