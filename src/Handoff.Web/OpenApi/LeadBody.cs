using System.Collections.Immutable;
using Handoff.Qualification;
using Microsoft.OpenApi;

namespace Handoff.Web.OpenApi;

/// <summary>A lead as it is posted: what Handoff knows by name, and whatever else a form has.</summary>
internal static class LeadBody
{
    /// <summary>The name of its schema.</summary>
    public const string Name = "PostedLead";

    private static readonly ImmutableArray<(string Name, string Says)> Fields =
    [
        (KnownFields.Email, "The e-mail address; this or phone is needed."), (KnownFields.Phone, "The telephone number."),
        (KnownFields.Name, "The person's whole name."), (KnownFields.FirstName, "In the place of the whole name, with last_name."),
        (KnownFields.LastName, "In the place of the whole name, with first_name."), (KnownFields.Company, "The company's name."),
        (KnownFields.Country, "By code or name."), (KnownFields.Language, "By code or name."),
        (KnownFields.JobTitle, "The person's function."), (KnownFields.Employees, "A number or a range."),
        (KnownFields.Form, "Which form was filled in, such as demo."), (KnownFields.Product, "What it is about."),
        (KnownFields.ContactConsent, "Whether the person agreed to be contacted."), (KnownFields.Message, "Free text."),
    ];

    /// <summary>Adds it to the description.</summary>
    public static void AddTo(OpenApiDocument document) =>
        ((document.Components ??= new()).Schemas ??= new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal))[Name] =
        new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = "The lead's fields. Names have many usual spellings, and sources.yaml may map others; every other field is kept "
                + "under a name of its own.",
            Properties = Fields.ToDictionary(
                field => field.Name,
                IOpenApiSchema (field) => new OpenApiSchema { Type = JsonSchemaType.String, Description = field.Says },
                StringComparer.Ordinal),
            AdditionalPropertiesAllowed = true,
            AdditionalProperties = new OpenApiSchema(),
        };
}
