using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Handoff.Service.ApiKeys;
using Handoff.Service.Figures;
using Handoff.Web.Access;
using Handoff.Web.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Handoff.Web.OpenApi;

/// <summary>Describes the API at <c>/openapi/v1.json</c>.</summary>
/// <remarks>The endpoints take the request as it is, so what they take and answer is said by <see cref="Operation"/> instead of their
/// signatures.</remarks>
internal static class HandoffOpenApi
{
    private const string KeyScheme = "key";
    private const string SourceHeader = "sourceKeyHeader";
    private const string SourceQuery = "sourceKeyQuery";

    public static IServiceCollection AddHandoffOpenApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.TypeInfoResolverChain.Insert(0, WebJson.Default);
            options.SerializerOptions.Converters.Insert(0, new InstantJson());
            // A number is answered as one; of what is sent the operation says whether a text will do.
            options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            foreach (var converter in FigureJson.Converters)
                options.SerializerOptions.Converters.Add(converter);
        });
        return services.AddOpenApi("v1", options =>
        {
            options.AddDocumentTransformer((document, _, _) =>
            {
                Introduce(document);
                EventSchemas.AddTo(document);
                LeadBody.AddTo(document);
                // Not what the Host header says: whoever asked may have put anything there.
                document.Servers = [new() { Url = "/" }];
                return Task.CompletedTask;
            });
            options.AddSchemaTransformer((schema, context, _) =>
            {
                SchemaShapes.Apply(schema, context.JsonTypeInfo);
                return Task.CompletedTask;
            });
        });
    }

    /// <summary>Gives an endpoint its description.</summary>
    public static void Describes(this RouteHandlerBuilder endpoint, Operation about)
    {
        if (about.Needs != ApiScopes.None && about.Answers.All(answer => answer.Status != 403))
            about = about with { Answers = [.. about.Answers, OperationAnswer.NoScope] };
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
                Schema = new OpenApiSchema
                {
                    Type = parameter.IsNumber ? JsonSchemaType.Integer : JsonSchemaType.String,
                    Format = parameter.IsInstant ? "date-time" : null,
                    Enum = parameter.Values.Count == 0 ? null : [.. parameter.Values.Select(value => (JsonNode)value)],
                },
            });
        }

        foreach (var answer in about.Answers)
        {
            if (operation.Responses?.GetValueOrDefault(
                answer.Status.ToString(System.Globalization.CultureInfo.InvariantCulture)) is { } response)
            {
                response.Description = answer.Description;
                Show(response.Content, answer);
            }
        }

        if (about.Body is { } body)
            operation.RequestBody = await BodyAsync(body, context, cancellation);
        string[] schemes = about switch
        {
            { Needs: not ApiScopes.None } => [KeyScheme],
            { TakesSourceKey: true } => [SourceHeader, SourceQuery],
            _ => [],
        };
        // Of a scheme that is no OAuth the list says what a caller must be allowed.
        operation.Security = [.. schemes.Select(scheme => new OpenApiSecurityRequirement
        {
            [new OpenApiSecuritySchemeReference(scheme, context.Document)] = [.. about.Needs.Words()],
        })];
    }

    private static void Show(IDictionary<string, OpenApiMediaType>? contents, OperationAnswer answer)
    {
        if (answer is not { MediaType: { } media, Schema: { } type } || contents is null || !contents.TryGetValue(media, out var content))
            return;
        content.Example = answer.Example?.DeepClone() ?? (type == typeof(Problem) ? Examples.OfProblem(answer.Status, answer.Description)
            : Examples.Of(type));
    }

    private static async Task<OpenApiRequestBody> BodyAsync(
        OperationBody body, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var contents = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal);
        foreach (var (mediaType, schema) in body.Contents)
        {
            contents[mediaType] = new()
            {
                Schema = schema is not null ? await context.GetOrCreateSchemaAsync(schema, null, cancellation)
                    : body.IsLead ? new OpenApiSchemaReference(LeadBody.Name, context.Document)
                    : new OpenApiSchema { Type = JsonSchemaType.Object, AdditionalPropertiesAllowed = true },
                Example = body.Example?.DeepClone()
                    ?? (schema is not null ? Examples.Of(schema) : body.IsLead ? Examples.PostedLead() : null),
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
            [KeyScheme] =
                new OpenApiSecurityScheme
                {
                    Type = SecuritySchemeType.Http,
                    Scheme = "bearer",
                    Description = "A key of `handoff keys add` with the scope that the operation names (read, act, contact or " +
                        $"administer, which includes the others), or the value of {AdminAccess.Variable}."
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
