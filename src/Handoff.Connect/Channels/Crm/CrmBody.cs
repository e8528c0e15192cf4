using System.Text.Json;
using Handoff.Connect.Bodies;

namespace Handoff.Connect.Channels.Crm;

/// <summary>What a CRM answered, whatever it is: a part that is not there, or cannot be read, is nothing.</summary>
internal readonly record struct CrmBody(JsonElement Root)
{
    /// <summary>More than any answer that is asked for.</summary>
    private const int DeepestNesting = 32;

    /// <summary>Reads JSON; what is none is nothing.</summary>
    public static CrmBody Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new() { MaxDepth = DeepestNesting });
            return new(document.RootElement.Clone());
        }
        catch (JsonException)
        {
            return default;
        }
    }

    /// <summary>Whether it is an object, as whatever succeeds answers.</summary>
    public bool IsObject => Root.ValueKind == JsonValueKind.Object;

    public bool IsList => Root.ValueKind == JsonValueKind.Array;

    /// <summary>The items of a list.</summary>
    public IEnumerable<CrmBody> Items => Root.ValueKind == JsonValueKind.Array ? Root.EnumerateArray().Select(one => new CrmBody(one)) : [];

    /// <summary>As it was written.</summary>
    public string Raw
    {
        get
        {
            try
            {
                return Root.ValueKind == JsonValueKind.Undefined ? "" : Root.GetRawText();
            }
            catch (InvalidOperationException)
            {
                // Bytes that are no UTF-8.
                return "";
            }
        }
    }

    public bool IsTrue => Root.ValueKind == JsonValueKind.True;

    public CrmBody At(params ReadOnlySpan<string> path)
    {
        try
        {
            return new(Root.At(path));
        }
        catch (InvalidOperationException)
        {
            // A name with half of a pair in it.
            return default;
        }
    }

    /// <summary>A text or number, or null.</summary>
    public string? Text(params ReadOnlySpan<string> path)
    {
        try
        {
            return Root.TextAt(path);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>A code such as <c>VALIDATION_ERROR</c>, which may stand in reasons; null: it is none.</summary>
    public string? Code(params ReadOnlySpan<string> path) =>
        Text(path) is { Length: <= 60 } text && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-') ? text : null;
}
