using System.Text;
using System.Text.Json;
using Handoff.Connect.Bodies;
using Handoff.Fuzz.Tests.Fuzzing;
using Handoff.Qualification;
using Handoff.Service.AgreementFiles;
using static Handoff.Fuzz.Tests.Parsers.Input;

namespace Handoff.Fuzz.Tests.Parsers;

/// <summary>The bodies of leads: as JSON and as forms, then mapped, normalised, and scored by the sample agreement.</summary>
internal static class IntakeParsers
{
    private static readonly string[] Names =
    [
        "email", "phone", "name", "first_name", "last_name", "company", "country", "language", "employees", "job_title", "message", "form",
            "score", "tier",
        "owner", "id", "status", "consent", "budget", "your-email", "contact.email", "@", "+39", ".example", "IT", "demo",
    ];

    private const string Boundary = "----boundary";

    private static readonly AgreementFolder Acme = SampleFolder.Loaded;

    public static IReadOnlyList<Parser> List { get; } =
    [
        new(
            "json", Of(
                """{"email":"ada@analytical.example","name":"Ada Lovelace","company":"Analytical Engines","country":"IT","form":"demo"}""",
                """{"contact":{"email":"ada@analytical.example","phones":["+39 02 1234567","+44 20 7946 0958"]},"answers":""" +
                """[{"q":"size","a":120},{"q":"go","a":true}],"x":null}""",
                "{\"email\":\"\\u0061da@an\\ud83d\\ude00.example\",\"employees\":1.5e3,\"message\":\"two\\nlines\"," +
                "\"language\":\"it-IT\"}"),
            [.. Names, "{", "}", "[", "]", "\":\"", ",", "\\ud83d", "\\u0000", "null", "true", "{\"a\":", "[[[["],
            Json),
        new(
            "form", Of(
                "email=ada%40analytical.example&name=Ada+Lovelace&company=Analytical%20Engines&country=IT&form=demo",
                "a=1&a=2&b=%E2%82%AC&c=%zz&d", "your-email=x@y.it&your-tel=%2B39021234567"),
            [.. Names, "&", "=", "%", "+", "%00", "%0d%0a", "%E2%82", "&a=", "%F0%9F%98%80"],
            Form),
        new(
            "multipart", Of(
                $"--{Boundary}\r\nContent-Disposition: form-data; " +
                $"name=\"email\"\r\n\r\nada@analytical.example\r\n--{Boundary}\r\nContent-Disposition: form-data; name=\"f\"; " +
                $"filename=\"a.txt\"\r\nContent-Type: text/plain\r\n\r\nfile\r\n--{Boundary}--\r\n",
                $"--{Boundary}\r\nContent-Disposition: form-data; name*=UTF-8''n%C3%A4me\r\nContent-Type: text/plain; " +
                $"charset=iso-8859-1\r\n\r\n\u00e9\r\n--{Boundary}--\r\n"),
            [.. Names, $"--{Boundary}", $"\r\n--{Boundary}\r\n", $"--{Boundary}--", "Content-Disposition: form-data; name=\"x\"\r\n\r\n",
                "charset=utf-16", "\"", ";", "*="],
            Multipart),
        new(
            "content type",
                Of("application/json; charset=utf-8", "application/x-www-form-urlencoded", "multipart/form-data; boundary=\"a b\"",
                "application/json;charset=utf-16"),
            ["charset=", "boundary=", "\"", ";", "/", "iso-8859-15", "utf-7", "application/json", "multipart/form-data"],
            ContentType),
    ];

    private static void Json(byte[] input)
    {
        if (Fields(JsonFields.Parse(input)) is not { } fields)
            return;
        Lead(fields);
        var written = JsonSerializer.SerializeToUtf8Bytes(fields);
        Holds(written.Length > IntakeLimits.Body
            || Same(fields, Fields(JsonFields.Parse(written))), "fields written as JSON are read back");
    }

    private static void Form(byte[] input)
    {
        foreach (var name in new[] { "utf-8", "windows-1252", "utf-16" })
        {
            Holds(Charset.TryFind(name, out var charset), "a charset that is known is found");
            if (Fields(FormFields.Parse(input, charset!)) is not { } fields)
                continue;
            Lead(fields);
            var written =
                string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}"));
            Holds(Same(fields, Fields(FormFields.Parse(Encoding.UTF8.GetBytes(written), Charset.Utf8))),
                "fields written as a form are read back");
        }
    }

    private static void Multipart(byte[] input)
    {
        var answer = MultipartFields.ParseAsync(input, Boundary, Charset.Utf8, CancellationToken.None);
        Holds(answer.IsCompleted, "a body that is at hand is read at once");
        if (Fields(answer.GetAwaiter().GetResult()) is { } fields)
            Lead(fields);
    }

    private static void ContentType(byte[] input)
    {
        foreach (var kinds in new[] { BodyKinds.Json, BodyKinds.Form, BodyKinds.Any })
        {
            if (!BodyType.TryRead(input.Header(), kinds, out var body, out var refusal))
                Holds(refusal.Length > 0, "a refusal says what to send");
            else
                _ = body.ParseFormAsync("a=1"u8.ToArray(), CancellationToken.None).AsTask().GetAwaiter().GetResult();
        }
    }

    private static IReadOnlyDictionary<string, string>? Fields(FieldsAnswer answer)
    {
        if (answer is not FieldsAnswer.Read { Fields: var fields })
            return null;
        Holds(fields.Count <= IntakeLimits.Fields && fields.Keys.All(name => name.Length <= IntakeLimits.Name), "the limits are kept");
        return fields;
    }

    private static void Lead(IReadOnlyDictionary<string, string> fields)
    {
        foreach (var source in Acme.Sources)
        {
            var form = LeadForm.Mapped(source, fields);
            if (Contact.Normalise(form, source.DefaultCountry) is not ContactResult.Usable { Contact: var contact })
                continue;
            var facts = new LeadFacts(form, contact, source.Name, 1);
            var assessment = Qualify.Assess(Acme.Agreement, facts);
            Holds(assessment.Score == assessment.Reasons.Sum(reason => reason.Points), "points add up");
            _ = Territory.ChooseTeam(Acme.Staff, facts.WithScore(assessment.Score).WithTier(assessment.Tier), Acme.Agreement.Lists);
        }
    }

    private static bool Same(IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string>? other) =>
        other is not null && one.Count == other.Count
            && one.All(field => other.TryGetValue(field.Key, out var value) && value == field.Value);
}
