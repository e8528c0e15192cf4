using System.Buffers.Text;
using System.Text;
using Handoff.Service.Storage;

namespace Handoff.Web.Api;

/// <summary>A store's cursor as an opaque text that stands in an address as it is.</summary>
internal static class ApiCursor
{
    private const int Longest = 300;

    public static string Write(string cursor) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(cursor));

    /// <summary>The <see cref="StoredRow.Cursor"/> of such a text; null: it is none.</summary>
    public static string? Read(string text) =>
        text.Length <= Longest && Base64Url.IsValid(text) && Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)) is { } cursor
        && cursor.All(one => char.IsAsciiLetterOrDigit(one) || " |-_:.=~".Contains(one, StringComparison.Ordinal)) ? cursor : null;
}
