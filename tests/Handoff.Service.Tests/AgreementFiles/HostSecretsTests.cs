using Handoff.Service.AgreementFiles;
using Xunit;

namespace Handoff.Service.Tests.AgreementFiles;

/// <summary>What an agreement folder may read of the environment: nothing by which somebody gets into the host.</summary>
public sealed class HostSecretsTests
{
    private const string Key = "    format: form\n    key: ${HANDOFF_WEBSITE_KEY:-demo}";
    private const string Value = "what the variable holds";

    [Theory]
    [InlineData("HANDOFF_ADMIN_KEY", "host's own")]
    [InlineData("HANDOFF_ADMIN_KEY_PREVIOUS", "host's own")]
    [InlineData("HANDOFF_ADMIN_KEY_OLD", "host's own")]
    [InlineData("HANDOFF_admin_key", "host's own")]
    [InlineData("HANDOFF_SMTP_PASSWORD", "host's own")]
    [InlineData("HANDOFF_SMTP_USER", "host's own")]
    [InlineData("HANDOFF_SENDGRID_API_KEY", "host's own")]
    [InlineData("HANDOFF_SendGrid_Api_Key", "host's own")]
    [InlineData("HANDOFF_SENDGRID_EVENT_KEY", "host's own")]
    [InlineData("HANDOFF_LINK_KEY_URI", "host's own")]
    [InlineData("HANDOFF_TABLES_URI", "host's own")]
    [InlineData("HANDOFF_KEYS_TABLES_URI", "host's own")]
    [InlineData("HANDOFF_STORAGE_CONNECTION_STRING", "host's own")]
    [InlineData("HANDOFF_DATABASE_CONNECTION_STRING", "host's own")]
    [InlineData("HANDOFF__MAIL__SMTP__PASSWORD", "host's own")]
    [InlineData("HANDOFF__Mail__SendGrid__ApiKey", "host's own")]
    [InlineData("HANDOFF_CRM_PASSWORD", "host's own")]
    [InlineData("handoff_admin_key", "does not begin with HANDOFF_")]
    [InlineData("Handoff__Mail__Smtp__Password", "does not begin with HANDOFF_")]
    [InlineData("PATH", "does not begin with HANDOFF_")]
    [InlineData("AzureWebJobsStorage", "does not begin with HANDOFF_")]
    [InlineData("APPLICATIONINSIGHTS_CONNECTION_STRING", "does not begin with HANDOFF_")]
    [InlineData("APPSETTING_HANDOFF_ADMIN_KEY", "does not begin with HANDOFF_")]
    [InlineData("OTEL_EXPORTER_OTLP_HEADERS", "does not begin with HANDOFF_")]
    [InlineData("AWS_SECRET_ACCESS_KEY", "does not begin with HANDOFF_")]
    [InlineData("HANDOFFX", "does not begin with HANDOFF_")]
    [InlineData("HANDOFF_", "does not begin with HANDOFF_")]
    public void Such_a_variable_is_refused_wherever_it_stands_set_or_not_with_a_default_or_not(string name, string why)
    {
        foreach (var reference in new[] { $"${{{name}}}", $"${{{name}:-x}}", $"\"a ${{HANDOFF_COMPANY:-b}} ${{{name}}}\"" })
        {
            Told(Acme.AgreementFile, "organisation: Acme S.p.A.", $"organisation: {reference}", why);
            Told(Acme.SourcesFile, Key, $"    format: form\n    key: {reference}", why);
        }

        Told(Acme.SourcesFile, "    set: { form: demo }", $"    set: {{ \"${{{name}}}\": demo }}", why);
        Told(Acme.PeopleFile, "name: Anna Greco", $"name: \"${{{name}}}\"", why);
    }

    [Theory]
    [InlineData("HANDOFF_WEBSITE_KEY")]
    [InlineData("HANDOFF_TYPEFORM_KEY")]
    [InlineData("HANDOFF_HUBSPOT_WEBHOOK_SECRET")]
    [InlineData("HANDOFF_ADVERTS_KEY")]
    [InlineData("HANDOFF_MAILCHIMP_KEY")]
    [InlineData("HANDOFF_LINKEDIN_KEY")]
    [InlineData("HANDOFF_FORM_KEY_2")]
    [InlineData("HANDOFF_KEY")]
    [InlineData("HANDOFF_website_key")]
    public void A_key_of_a_source_is_read_by_a_name_of_its_own(string name) => Assert.Equal(
        Value,
        Acme.Loaded(
            Acme.Files.With(Acme.SourcesFile, Key, $"    format: form\n    key: ${{{name}}}"),
            asked => asked == name ? Value : null).Sources[1].Key);

    [Fact]
    public void The_mistake_has_the_file_the_line_and_no_value() => Assert.Equal(
        ["agreement.yaml:4:15: HANDOFF_ADMIN_KEY is the host's own; give what these files need a variable of its own"],
        Acme.Mistakes(Acme.Files.With(Acme.AgreementFile, "organisation: Acme S.p.A.", "organisation: ${HANDOFF_ADMIN_KEY}"), _ => Value));

    [Fact]
    public void What_a_variable_holds_is_not_read_again_for_references() => Assert.Equal(
        "${HANDOFF_ADMIN_KEY}",
        Acme.Loaded(
            Acme.Files.With(Acme.AgreementFile, "organisation: Acme S.p.A.", "organisation: ${HANDOFF_COMPANY}"),
            name => name == "HANDOFF_COMPANY" ? "${HANDOFF_ADMIN_KEY}" : Value).Agreement.Organisation);

    private static void Told(string file, string text, string by, string why)
    {
        var files = Acme.Files.With(file, text, by);
        var before = files[file][..files[file].IndexOf(by, StringComparison.Ordinal)] + by[..by.IndexOf('$', StringComparison.Ordinal)];
        var line = before.Count(sign => sign == '\n') + 1;
        foreach (var holds in new[] { Value, null })
        {
            var mistakes = Assert.IsType<FolderReading.Refused>(AgreementFolderReader.Read(files, _ => holds, Acme.AsOf)).Mistakes;
            Assert.Contains(
                mistakes,
                mistake => mistake.File == file && mistake.Line == line && mistake.Message.Contains(why, StringComparison.Ordinal));
            Assert.All(mistakes, mistake => Assert.DoesNotContain(Value, mistake.Message, StringComparison.Ordinal));
        }
    }
}
