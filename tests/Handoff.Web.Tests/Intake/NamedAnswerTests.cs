using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Handoff.Agreements;
using Handoff.Qualification;
using Handoff.Connect.Bodies;

namespace Handoff.Web.Tests.Intake;

/// <summary>Arrays in which a vendor says of each answer what it answers, as vendors send them.</summary>
public sealed class NamedAnswerTests
{
    private const string Google = """
        {"lead_id":"TeSt","user_column_data":[
          {"column_name":"User Email","string_value":"ada@firm.example","column_id":"EMAIL"},
          {"column_name":"Full Name","string_value":"Ada Lo","column_id":"FULL_NAME"},
          {"column_name":"What is your budget?","string_value":"10k","column_id":"QUESTION_1"},
          {"column_name":"Company Name","string_value":"Firm","column_id":"COMPANY_NAME"}],
         "api_version":"1.0","form_id":1,"google_key":"k","is_test":false}
        """;

    private const string GoogleByName = """
        {"user_column_data":[{"column_name":"FULL_NAME","string_value":"Ada Lo"},{"column_name":"EMAIL","string_value":"ada@firm.example"},
          {"column_name":"Company","string_value":"Firm"}]}
        """;

    private const string Meta = """
        {"id":"1","created_time":"2026-05-21T10:00:00+0000","ad_id":"2","field_data":[{"name":"company_name","values":["Firm"]},
          {"name":"work_email","values":["ada@firm.example"]},{"name":"full_name","values":["Ada Lo"]}]}
        """;

    private const string HubSpot = """
        {"submittedAt":1,"fields":[{"objectTypeId":"0-1","name":"email","value":"ada@firm.example"},
          {"objectTypeId":"0-1","name":"firstname","value":"Ada"},{"objectTypeId":"0-1","name":"lastname","value":"Lo"},
          {"objectTypeId":"0-2","name":"company","value":"Firm"}],"context":{"pageUri":"x"}}
        """;

    private const string Tally = """
        {"eventId":"e","eventType":"FORM_RESPONSE","data":{"responseId":"r","formName":"Leads","fields":[
          {"key":"question_a","label":"Full Name","type":"INPUT_TEXT","value":"Ada Lo"},
          {"key":"question_b","label":"La tua e-mail","type":"INPUT_EMAIL","value":"ada@firm.example"},
          {"key":"question_c","label":"Company","type":"INPUT_TEXT","value":"Firm"},
          {"key":"question_d","label":"Budget","type":"MULTIPLE_CHOICE","value":["o2"],
           "options":[{"id":"o1","text":"1k"},{"id":"o2","text":"10k"}]},
          {"key":"question_e","label":"Skipped","type":"INPUT_TEXT","value":null}]}}
        """;

    private const string Typeform = """
        {"event_id":"e","event_type":"form_response","form_response":{"form_id":"f","token":"t",
         "definition":{"id":"f","title":"Leads","fields":[
          {"id":"f1","ref":"r1","type":"short_text","title":"Your name"},{"id":"f2","ref":"r2","type":"email","title":"Where do we write?"},
          {"id":"f3","ref":"r3","type":"short_text","title":"Company"},{"id":"f4","ref":"r4","type":"multiple_choice","title":"Budget"}]},
         "answers":[{"type":"text","text":"Ada Lo","field":{"id":"f1","type":"short_text","ref":"r1"}},
          {"type":"email","email":"ada@firm.example","field":{"id":"f2","type":"email","ref":"r2"}},
          {"type":"text","text":"Firm","field":{"id":"f3","type":"short_text","ref":"r3"}},
          {"type":"choice","choice":{"id":"c","label":"10k","ref":"x"},"field":{"id":"f4","type":"multiple_choice","ref":"r4"}}]}}
        """;

    private const string LinkedIn = """
        {"formResponse":{"answers":[{"questionId":1,"name":"email","answerDetails":{"textQuestionAnswer":{"answer":"ada@firm.example"}}},
          {"questionId":2,"name":"fullName","answerDetails":{"textQuestionAnswer":{"answer":"Ada Lo"}}},
          {"questionId":3,"name":"company","answerDetails":{"textQuestionAnswer":{"answer":"Firm"}}}]}}
        """;

    private const string Calendly = """
        {"event":"invitee.created","payload":{"uri":"x","questions_and_answers":[{"question":"Your name","answer":"Ada Lo","position":0},
          {"question":"Your e-mail","answer":"ada@firm.example","position":1},{"question":"Company","answer":"Firm","position":2}]}}
        """;

    private const string Jotform = """
        {"formID":"1","answers":[{"name":"fullName","text":"Full Name","type":"control_fullname","answer":{"first":"Ada","last":"Lo"}},
          {"name":"email","text":"E-mail","answer":"ada@firm.example"},{"name":"company","text":"Company","answer":"Firm"}]}
        """;

    private const string Fillout = """
        {"formId":"1","submission":{"questions":[{"id":"a","name":"Email Address?","type":"EmailInput","value":"ada@firm.example"},
          {"id":"b","name":"Name","type":"ShortAnswer","value":"Ada Lo"},{"id":"c","name":"Company","type":"ShortAnswer","value":"Firm"}]}}
        """;

    private const string Paperform = """
        {"form_id":"1","data":[{"title":"Who are you?","type":"text","key":"k1","custom_key":"name","value":"Ada Lo"},
          {"title":"Mail","type":"email","key":"k2","custom_key":"email","value":"ada@firm.example"},
          {"title":"Firm","type":"text","key":"k3","custom_key":"company","value":"Firm"}]}
        """;

    private const string Labels = """
        {"answers":[{"label":"Name","values":["Ada Lo"]},{"label":"E-mail","values":[{"value":"ada@firm.example"}]},
          {"label":"Azienda","value":"Firm"}]}
        """;

    private const string Slugs = """
        {"questions":[{"slug":"email","response":"ada@firm.example"},{"slug":"full_name","response":"Ada Lo"},
          {"slug":"company","response":"Firm"}]}
        """;

    [Theory]
    [InlineData(Google)]
    [InlineData(GoogleByName)]
    [InlineData(Meta)]
    [InlineData(HubSpot)]
    [InlineData(Tally)]
    [InlineData(Typeform)]
    [InlineData(LinkedIn)]
    [InlineData(Calendly)]
    [InlineData(Jotform)]
    [InlineData(Fillout)]
    [InlineData(Paperform)]
    [InlineData(Labels)]
    [InlineData(Slugs)]
    public void Vendors_answers_are_our_fields_by_their_names(string json)
    {
        var form = Form(json, map: [("name", "Your name")]);

        Assert.Equal(("ada@firm.example", "Ada Lo", "Firm"), (form["email"], form["name"], form["company"]));
    }

    [Theory]
    [InlineData("EMAIL")]
    [InlineData("email")]
    [InlineData("User Email")]
    [InlineData("user_column_data.EMAIL")]
    [InlineData("user_column_data.User Email")]
    public void A_map_finds_an_answer_by_each_of_its_names(string theirs) =>
        Assert.Equal("ada@firm.example", Form(Google, [("contact", theirs)])["contact"]);

    [Theory]
    [InlineData("question_d")]
    [InlineData("Budget")]
    [InlineData("fields.question_d")]
    [InlineData("data.fields.Budget")]
    public void A_map_finds_a_nested_one_too(string theirs) => Assert.Equal("10k", Form(Tally, [("spend", theirs)])["spend"]);

    [Theory]
    [InlineData("r4")]
    [InlineData("f4")]
    [InlineData("Budget")]
    [InlineData("answers.r4")]
    [InlineData("form_response.answers.f4")]
    public void A_map_finds_it_by_its_ref_its_id_or_its_question(string theirs) =>
        Assert.Equal("10k", Form(Typeform, [("spend", theirs)])["spend"]);

    [Fact]
    public void What_is_not_known_is_kept_under_its_own_name()
    {
        Assert.Equal("10k", Form(Tally)["budget"]);
        Assert.Equal("10k", Form(Typeform)["budget"]);
        Assert.Equal("10k", Form(Google)["what_is_your_budget"] ?? Form(Google)["question_1"]);
    }

    [Theory]
    [InlineData("""{"a":[{"name":"x","value":"1"}]}""", "x=1")]
    [InlineData("""{"a":[{"name":"x","values":["1","2"]}]}""", "x=1, 2")]
    [InlineData("""{"a":[{"name":"x","value":1},{"name":"x","value":2}]}""", "x=1, 2")]
    [InlineData("""{"a":[{"name":"x","value":null},{"name":"y","value":true}]}""", "y=true")]
    [InlineData("""{"a":[{"name":"x"},{"name":"y","value":"1"}]}""", "y=1")]
    [InlineData("""{"a":[{"name":"x","value":[]}]}""", "x=")]
    [InlineData("""{"x":"0","a":[{"name":"x","value":"1"}]}""", "a.x=1; x=0")]
    [InlineData("""{"a":[{"name":"x","value":"1"}],"b":[{"name":"x","value":"2"}]}""", "b.x=2; x=1")]
    [InlineData("""{"a":[{"id":7,"value":{"street":"S","city":"C"}}]}""", "a.7.city=C; a.7.street=S")]
    [InlineData("""{"a":[{"name":"x","email":"1"},{"name":"y","email":"2"}]}""", "a.0.email=1; a.0.name=x; a.1.email=2; a.1.name=y")]
    [InlineData("""{"a":[{"value":"1"},{"value":"2"}]}""", "a.0.value=1; a.1.value=2")]
    [InlineData("""{"a":[{"name":"","value":"1"},{"name":"y","value":"2"}]}""", "a.0.name=; a.0.value=1; a.1.name=y; a.1.value=2")]
    public void Only_an_array_whose_items_all_have_a_name_is_one_of_answers(string json, string fields) =>
        Assert.Equal(fields, string.Join("; ", Read(json).Fields.Select(one => $"{one.Key}={one.Value}").Order(StringComparer.Ordinal)));

    [Theory]
    [InlineData(Google)]
    [InlineData(Meta)]
    [InlineData(HubSpot)]
    [InlineData(LinkedIn)]
    [InlineData(Fillout)]
    [InlineData(Paperform)]
    [InlineData(Slugs)]
    public void A_skipped_question_and_another_order_shift_nothing(string json)
    {
        var whole = Form(json).Fields;
        var document = JsonNode.Parse(json)!;
        var array = ArrayIn(document)!;
        for (var skipped = array.Count - 1; skipped >= 0; skipped--)
        {
            var less = document.DeepClone();
            var left = ArrayIn(less)!;
            left.RemoveAt(skipped);
            var turned = left.Select(item => item!.DeepClone()).Reverse().ToArray();
            left.Clear();
            foreach (var item in turned)
                left.Add(item);

            Assert.All(
                Form(less.ToJsonString()).Fields.Where(field => field.Key != "name"), field => Assert.Equal(whole[field.Key], field.Value));
        }
    }

    [Fact]
    public void A_long_question_does_not_refuse_the_lead() =>
        Assert.Equal("yes", Form($$"""{"a":[{"label":"{{new string('q', 700)}}","value":"yes"}]}""")[new string('q', 64)]);

    [Fact]
    public void A_large_form_with_its_definition_is_within_the_limits()
    {
        var places = Enumerable.Range(0, 90).ToArray();
        var definition = string.Join(',', places.Select(at => $$"""{"id":"f{{at}}","type":"text","title":"Question {{at}}"}"""));
        var answers = string.Join(',', places.Select(at => $$$"""{"type":"text","text":"{{{at}}}","field":{"id":"f{{{at}}}"}}"""));
        var json = $$$"""{"form_response":{"definition":{"fields":[{{{definition}}}]},"answers":[{{{answers}}}]}}""";

        Assert.Equal("42", Form(json)["question_42"]);
    }

    private static JsonArray? ArrayIn(JsonNode? node) => node switch
    {
        JsonArray array => array,
        JsonObject members => members.Select(member => ArrayIn(member.Value)).OfType<JsonArray>().FirstOrDefault(),
        _ => null,
    };

    private static FieldsAnswer.Read Read(string json) => Assert.IsType<FieldsAnswer.Read>(JsonFields.Parse(Encoding.UTF8.GetBytes(json)));

    private static LeadForm Form(string json, (string Ours, string Theirs)[]? map = null)
    {
        var source = new LeadSource
        {
            Name = "vendor",
            Format = SourceFormat.Json,
            Key = "k",
            Map = (map ?? []).ToImmutableDictionary(pair => pair.Ours, pair => pair.Theirs),
        };
        var read = Read(json);
        return LeadForm.Mapped(source, read.Fields, read.Aliases);
    }
}
