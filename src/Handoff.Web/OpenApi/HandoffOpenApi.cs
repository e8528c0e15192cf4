using Handoff.Web.Access;
using Handoff.Web.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using NodaTime;

namespace Handoff.Web.OpenApi;

/// <summary>Describes the API at <c>/openapi/v1.json</c>.</summary>
/// <remarks>The endpoints take the request as it is, so what they take and answer is said by <see cref="Operation"/> instead of their
/// signatures.</remarks>
internal static class HandoffOpenApi
{
    private const string AdminScheme = "admin";
    private const string SourceHeader = "sourceKeyHeader";
    private const string SourceQuery = "sourceKeyQuery";

    public static IServiceCollection AddHandoffOpenApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.TypeInfoResolverChain.Insert(0, WebJson.Default);
            options.SerializerOptions.Converters.Insert(0, new InstantJson());
        });
        return services.AddOpenApi("v1", options =>
        {
            options.AddDocumentTransformer((document, _, _) =>
            {
                Introduce(document);
                EventSchemas.AddTo(document);
                // Not what the Host header says: whoever asked may have put anything there.
                document.Servers = [new() { Url = "/" }];
                return Task.CompletedTask;
            });
            options.AddSchemaTransformer((schema, context, _) =>
            {
                if (context.JsonTypeInfo.Type == typeof(Instant) || context.JsonTypeInfo.Type == typeof(Instant?))
                {
                    schema.Type = context.JsonTypeInfo.Type == typeof(Instant) ? JsonSchemaType.String
                        : JsonSchemaType.String | JsonSchemaType.Null;
                    schema.Format = "date-time";
                }

                return Task.CompletedTask;
            });
        });
    }

    /// <summary>Gives an endpoint its description.</summary>
    public static void Describes(this RouteHandlerBuilder endpoint, Operation about)
    {
        foreach (var answer in about.Answers)
        {
            if (answer is { MediaType: { } mediaType, Schema: { } schema })
                endpoint.Produces(answer.Status, schema, mediaType);
            else
                endpoint.Produces(answer.Status, answer.MediaType is null ? null : typeof(string), answer.MediaType);
        }

        endpoint.WithTags(about.Tag).WithSummary(about.Summary).WithDescription(about.Description);
        endpoint.AddOpenApiOperationTransformer((operation, context, cancellation) => FillAsync(operation, about, context, cancellation));
    }

    private static async Task FillAsync(
        OpenApiOperation operation, Operation about, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        operation.OperationId = HttpMethods.IsHead(context.Description.HttpMethod ?? "") ? $"{about.Id}Head" : about.Id;
        // Else the comment of the handler would stand there, which is for who reads the code.
        operation.Summary = about.Summary;
        foreach (var parameter in operation.Parameters ?? [])
            parameter.Description = about.PathParameter;
        foreach (var parameter in about.Parameters)
        {
            (operation.Parameters ??= []).Add(new OpenApiParameter
            {
                Name = parameter.Name,
                In = parameter.InHeader ? ParameterLocation.Header : ParameterLocation.Query,
                Description = parameter.Description,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            });
        }

        foreach (var answer in about.Answers)
        {
            if (operation.Responses?.GetValueOrDefault(
                answer.Status.ToString(System.Globalization.CultureInfo.InvariantCulture)) is { } response)
                response.Description = answer.Description;
        }

        if (about.Body is { } body)
            operation.RequestBody = await BodyAsync(body, context, cancellation);
        string[] schemes = about switch
        {
            { IsAdministration: true } => [AdminScheme],
            { TakesSourceKey: true } => [SourceHeader, SourceQuery],
            _ => [],
        };
        operation.Security = [.. schemes.Select(
            scheme => new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(scheme, context.Document)] = [] })];
    }

    private static async Task<OpenApiRequestBody> BodyAsync(
        OperationBody body, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var contents = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal);
        foreach (var (mediaType, schema) in body.Contents)
        {
            contents[mediaType] = new()
            {
                Schema = schema is null
                    ? new OpenApiSchema { Type = JsonSchemaType.Object, AdditionalPropertiesAllowed = true }
                    : await context.GetOrCreateSchemaAsync(schema, null, cancellation),
            };
        }

        return new() { Description = body.Description, Required = true, Content = contents };
    }

    private static void Introduce(OpenApiDocument document)
    {
        document.Info = new()
        {
            Title = "Handoff",
            Version = "1",
            Description = "Hands leads from marketing to sales under an agreement. Instants are ISO 8601 in UTC; mistakes are RFC 9457 " +
                "problems whose detail says what to do.",
        };
        document.Components ??= new();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            [AdminScheme] =
                new OpenApiSecurityScheme
                {
                    Type = SecuritySchemeType.Http,
                    Scheme = "bearer",
                    Description = $"The value of {AdminAccess.Variable}."
                },
            [SourceHeader] =
                new OpenApiSecurityScheme
                {
                    Type = SecuritySchemeType.ApiKey,
                    In = ParameterLocation.Header,
                    Name = "X-Handoff-Key",
                    Description = "The source's key."
                },
            [SourceQuery] =
                new OpenApiSecurityScheme
                {
                    Type = SecuritySchemeType.ApiKey,
                    In = ParameterLocation.Query,
                    Name = "key",
                    Description = "The source's key, for those that cannot send a header."
                },
        };
    }
}
