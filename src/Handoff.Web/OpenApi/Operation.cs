using Handoff.Service.ApiKeys;

namespace Handoff.Web.OpenApi;

/// <summary>How an endpoint is described.</summary>
/// <param name="Id">Its name in generated clients.</param>
/// <param name="Tag">The concept that it belongs to.</param>
internal sealed record Operation(string Id, string Tag, string Summary)
{
    /// <summary>More than the one line, or nothing.</summary>
    public string Description { get; init; } = "";

    /// <summary>The scope that a program's key needs for it; none: it takes no such key.</summary>
    public ApiScopes Needs { get; init; }

    /// <summary>Whether it takes a source's key.</summary>
    public bool TakesSourceKey { get; init; }

    /// <summary>The parameters beside those of the path.</summary>
    public IReadOnlyList<OperationParameter> Parameters { get; init; } = [];

    /// <summary>What the path's parameters are.</summary>
    public string PathParameter { get; init; } = "";

    /// <summary>What it takes as its body, or null.</summary>
    public OperationBody? Body { get; init; }

    public IReadOnlyList<OperationAnswer> Answers { get; init; } = [];
}

/// <summary>A parameter in the query or a header.</summary>
/// <param name="InHeader">Whether it is a header.</param>
internal sealed record OperationParameter(string Name, bool InHeader, string Description)
{
    /// <summary>Whether it is a whole number.</summary>
    public bool IsNumber { get; init; }

    /// <summary>Whether it is an instant in UTC.</summary>
    public bool IsInstant { get; init; }

    /// <summary>Its values; none: any text.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];
}

/// <summary>A body that an endpoint takes.</summary>
/// <param name="Contents">By media type, the type of its JSON, or null: an object with members of any name.</param>
internal sealed record OperationBody(string Description, params IReadOnlyList<(string MediaType, Type? Schema)> Contents)
{
    /// <summary>Whether the object is a lead's fields.</summary>
    public bool IsLead { get; init; }

    /// <summary>What is shown as an example, where the type alone does not say; null: the type's.</summary>
    public System.Text.Json.Nodes.JsonNode? Example { get; init; }

    /// <summary>A body of JSON with an example of it.</summary>
    public static OperationBody Json<T>(string description, T example)
        where T : notnull => new(description, ("application/json", typeof(T))) { Example = Examples.Write(example) };
}

/// <summary>An answer.</summary>
/// <param name="MediaType">The body's media type, or null: it has none.</param>
/// <param name="Schema">The type of its JSON, or null: it is a text.</param>
internal sealed record OperationAnswer(int Status, string Description, string? MediaType, Type? Schema)
{
    /// <summary>What is shown as an example; null: what <see cref="Examples"/> has for the type.</summary>
    public System.Text.Json.Nodes.JsonNode? Example { get; init; }

    public static OperationAnswer Json<T>(int status, string description) => new(status, description, "application/json", typeof(T));

    /// <summary>An answer of JSON that only this endpoint gives, with an example of it.</summary>
    public static OperationAnswer Json<T>(int status, string description, T example)
        where T : notnull => Json<T>(status, description) with { Example = Examples.Write(example) };

    public static OperationAnswer Problem(int status, string description) =>
        new(status, description, "application/problem+json", typeof(Http.Problem));

    public static OperationAnswer Page(int status, string description) => new(status, description, "text/html", null);

    public static OperationAnswer NoAdmin => Problem(401, "The key is missing or wrong.");

    public static OperationAnswer NoScope => Problem(403, "The key has not the scope that this needs.");

    public static OperationAnswer ToSignIn => Empty(303, "Nobody is signed in: to /signin.");

    public static OperationAnswer NotForYou => Page(403, "The page is for managers and the two heads.");

    public static OperationAnswer NotOurForm => Page(403, "The form is not one that this session was shown.");

    public static OperationAnswer NotYours => Page(404, "There is none, or it is not the reader's to see.");

    public static OperationAnswer Empty(int status, string description) => new(status, description, null, null);
}
