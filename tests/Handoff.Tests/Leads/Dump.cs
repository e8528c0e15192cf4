using System.Collections;
using System.Globalization;
using System.Reflection;

namespace Handoff.Tests.Leads;

/// <summary>A value as text, whole: records with arrays in them compare by reference, and so are compared by what they hold.</summary>
internal static class Dump
{
    public static string Of(object? value) => value switch
    {
        null => "null",
        string text => text,
        IFormattable one => one.ToString(null, CultureInfo.InvariantCulture),
        // An array that was never made holds nothing.
        IEnumerable when value.GetType().GetProperty("IsDefault")?.GetValue(value) is true => "[]",
        IEnumerable many => "[" + string.Join(", ", many.Cast<object?>().Select(Of)) + "]",
        _ when Stored(value.GetType()) is { Length: > 0 } properties =>
            "{" + string.Join(", ", properties.Select(property => $"{property.Name}: {Of(property.GetValue(value))}")) + "}",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    /// <summary>Properties that hold something, not those that are computed.</summary>
    private static PropertyInfo[] Stored(Type type) =>
        [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanWrite && property.GetIndexParameters().Length == 0)];
}
