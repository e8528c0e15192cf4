using System.Collections.Immutable;
using System.Globalization;
using Handoff.Agreements;
using Handoff.People;

namespace Handoff.Web.Welcome;

/// <summary>The fields of the greeting page's form, by our names.</summary>
public sealed record WelcomeForm(ImmutableDictionary<string, string> Values)
{
    private static readonly string[] Fields = ["name", "email", "company", "job_title", "phone", "form", "message"];

    // A visitor for each turn, so that the second request is no duplicate of the first.
    private static readonly (string Name, string Email, string Company)[] Visitors =
    [
        ("Ada Lovelace", "ada@analytical.example", "Analytical Engines"),
        ("Grace Hopper", "grace@compilers.example", "Compilers & Sons"),
        ("Guglielmo Marconi", "guglielmo@marconi.example", "Marconi Radio"),
        ("Hedy Lamarr", "hedy@hopping.example", "Frequency Hopping"),
        ("Rita Levi-Montalcini", "rita@nerve.example", "Nerve Growth"),
        ("Alan Turing", "alan@bletchley.example", "Bletchley Park"),
    ];

    /// <summary>What stands in a field.</summary>
    public string this[string field] => Values.GetValueOrDefault(field, "");

    /// <summary>An example, another one after each message.</summary>
    public static WelcomeForm Example(int messages)
    {
        var (name, email, company) = Visitors[messages % Visitors.Length];
        return new(
            ImmutableDictionary<string, string>.Empty.Add("name", name).Add("email", email).Add("company", company).Add("form", "demo"));
    }

    /// <summary>What was posted, of our fields.</summary>
    public static WelcomeForm Posted(IReadOnlyDictionary<string, string> posted) =>
        new(Fields.Where(posted.ContainsKey).ToImmutableDictionary(field => field, field => posted[field]));

    /// <summary>
    /// The fields in the names that the source expects. The visitor's country follows their language, so a rep who writes it answers.
    /// </summary>
    public ImmutableDictionary<string, string> For(LeadSource source, Language language) => Values
        .Where(field => !string.IsNullOrWhiteSpace(field.Value))
        .Append(new("country", new RegionInfo(language.Culture.Name).TwoLetterISORegionName))
        .ToImmutableDictionary(field => source.Map.GetValueOrDefault(field.Key, field.Key), field => field.Value);
}
