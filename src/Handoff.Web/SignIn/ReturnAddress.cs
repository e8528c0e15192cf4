using Microsoft.AspNetCore.Http;

namespace Handoff.Web.SignIn;

/// <summary>
/// Where a reader goes after signing in: the page that asked for it. Only a path of ours is taken, for whoever asks for a link may write
/// any address into it.
/// </summary>
internal static class ReturnAddress
{
    /// <summary>The name of the field and of the query's part.</summary>
    public const string Field = "to";

    /// <summary>Where one goes who asked for no page.</summary>
    public const string Usual = "/board";

    private const int Longest = 500;

    /// <summary>The path as it was given, if it is one of ours; null: it is none, or leads nowhere but to signing in.</summary>
    public static string? Read(string? text) =>
        text is { Length: > 1 and <= Longest } && text[0] == '/' && text[1] is not '/'
        && text.All(letter => letter is > ' ' and < (char)127 and not '\\')
        && !text.StartsWith("/sign", StringComparison.OrdinalIgnoreCase)
            ? text : null;

    /// <summary>The page of signing in that leads back to what was asked for.</summary>
    public static string SignIn(HttpRequest request) =>
        $"{request.PathBase}/signin" + (HttpMethods.IsGet(request.Method)
            ? Query(Read(request.Path.ToUriComponent() + request.QueryString.ToUriComponent())) : "");

    /// <summary>The query that carries it; nothing for none, or the usual.</summary>
    public static string Query(string? to) => to is null or Usual ? "" : QueryString.Create(Field, to).ToUriComponent();
}
