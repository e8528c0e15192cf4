using System.Text.Json;
using System.Text.RegularExpressions;

namespace Handoff.Infra.Tests;

/// <summary>
/// What a deployment would make, as the compiler evaluates it without Azure: loops unrolled, conditions decided, expressions computed but
/// for what only a deployment knows. Secure parameters stay unknown.
/// </summary>
internal sealed partial class Prediction
{
    public const string Deployer = "11111111-1111-1111-1111-111111111111";

    private const int UniqueLength = 13;

    private const string Given =
        $$"""
        param environmentName = 'acme'
        param deployerId = '{{Deployer}}'
        param mailFrom = 'sales@acme.example'
        param alertEmail = 'operators@acme.example'
        param adminKey = 'an-admin-key-of-the-test'
        param sourceKeys = { HANDOFF_WEBSITE_KEY: 'a-website-key' }

        """;

    private static readonly Lazy<Prediction> DefaultCase = new(() => new("param sendGridApiKey = 'SG.a-key'"));

    private static readonly Lazy<Prediction> PrivateCase = new(() => new(
        """
        param sendGridKeyKept = true
        param virtualNetwork = true
        param deployerAddresses = ['203.0.113.7']
        param alwaysReadyDurable = 2
        param alwaysReadyHttp = 0
        param lockData = true
        """));

    private static readonly Lazy<Prediction> SmtpCase = new(() => new(
        """
        param mail = 'smtp'
        param smtpHost = 'mail.acme.example'
        param smtpPort = '587'
        param smtpUser = 'handoff'
        param smtpConnections = '2'
        param smtpPassword = 'a-password'
        param sendGridHost = 'https://api.eu.sendgrid.com'
        param sendGridEvents = true
        param adminKeyRotating = true
        param adminKeyPrevious = 'an-older-admin-key'
        param openIdAuthority = 'https://accounts.google.com'
        param openIdClientId = 'handoff'
        param openIdClientSecret = 'a-secret'
        param openIdLabel = 'Google'
        param trustedProxies = '203.0.113.0/24'
        param publicUrl = 'https://leads.acme.example'
        param sourceKeyNames = ['HANDOFF_WEBSITE_KEY', 'HANDOFF_FORM_KEY']
        """));

    private Prediction(string parameters, string location = "northeurope")
    {
        var folder = Directory.CreateTempSubdirectory("handoff-infra-");
        try
        {
            var file = Path.Combine(folder.FullName, "case.bicepparam");
            var main = Path.GetRelativePath(folder.FullName, Path.Combine(Repository.Infra, "main.bicep"));
            File.WriteAllText(file, $"using '{main}'\n{Given}param location = '{location}'\n{parameters}\n");
            (ExitCode, _, Says) = Bicep.Run(
                "snapshot", file, "--mode", "overwrite", "--subscription-id", "22222222-2222-2222-2222-222222222222", "--location",
                    "northeurope");
            var made = Path.ChangeExtension(file, ".snapshot.json");
            if (!File.Exists(made)) return;
            var root = JsonDocument.Parse(File.ReadAllText(made)).RootElement;
            Resources = [.. root.GetProperty("predictedResources").EnumerateArray()];
            Outputs = root.GetProperty("outputs");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>With nothing chosen, and the key that the first deployment takes.</summary>
    public static Prediction Default => DefaultCase.Value;

    /// <summary>A later deployment, whose vault has the key: with a virtual network, other instances ready, and locks.</summary>
    public static Prediction Private => PrivateCase.Value;

    /// <summary>With a mail server, SendGrid's events, a domain, and two sources.</summary>
    public static Prediction Smtp => SmtpCase.Value;

    public static IReadOnlyList<Prediction> All => [Default, Private, Smtp];

    public int ExitCode { get; }

    public string Says { get; }

    public IReadOnlyList<JsonElement> Resources { get; } = [];

    public JsonElement Outputs { get; }

    /// <summary>The app settings.</summary>
    public IReadOnlyDictionary<string, string> Settings => One("Microsoft.Web/sites/config").GetProperty("properties").EnumerateObject()
        .ToDictionary(setting => setting.Name, setting => setting.Value.GetString()!);

    public static Prediction With(string parameters, string location = "northeurope") => new(parameters, location);

    public IEnumerable<JsonElement> Of(string type) => Resources.Where(one => one.GetProperty("type").GetString() == type);

    public JsonElement One(string type) => Assert.Single(Of(type));

    public JsonElement Named(string type, string name) =>
        Assert.Single(Of(type), one => one.Name().StartsWith(name, StringComparison.Ordinal));

    /// <summary>Which roles are given, as the start of the name of what they are given on, and the role.</summary>
    public IEnumerable<(string On, string Role)> Roles(bool toDeployer) => Of("Microsoft.Authorization/roleAssignments")
        .Where(one => (one.Property("principalId").GetString() == Deployer) == toDeployer)
        .Select(one => (Scope(one.GetProperty("id").GetString()!), one.Property("roleDefinitionId").GetString()!.Split('/')[^1]))
        .Order();

    /// <summary>What an assignment stands on: a container by its name, another resource by its name without what makes it unique.</summary>
    private static string Scope(string id)
    {
        var path = Scoped().Match(id).Groups["path"].Value.Split('/');
        return path.Length > 2 ? path[^1] : path[1][..^UniqueLength].TrimEnd('-');
    }

    // An id that only a deployment knows is an expression, with the id of the scope as its first argument.
    [GeneratedRegex(@"/providers/Microsoft\.\w+/(?<path>[\w/-]+?)(?:'|/providers/Microsoft\.Authorization)", RegexOptions.None, 1000)]
    private static partial Regex Scoped();
}

/// <summary>Reading one resource.</summary>
internal static class ResourceReading
{
    public static string Name(this JsonElement resource) => resource.GetProperty("name").GetString()!;

    /// <summary>A property by its path.</summary>
    public static JsonElement Property(this JsonElement resource, params string[] path) =>
        path.Aggregate(resource.GetProperty("properties"), (at, name) => at.GetProperty(name));
}
