using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Calendars;
using Handoff.People;
using Handoff.Qualification;
using NodaTime;
using Xunit;

namespace Handoff.Tests.Qualification;

/// <summary>Forms, facts and the sample agreement as records.</summary>
internal static class Given
{
    public static readonly LeadSource Website = new() { Name = "website", Format = SourceFormat.Json, Key = "demo" };

    public static readonly LeadSource DemoForm = new()
    {
        Name = "demo-form",
        Format = SourceFormat.Form,
        Key = "demo",
        Map = ImmutableDictionary<string, string>.Empty
            .Add("name", "your-name").Add("email", "your-email").Add("company", "your-company").Add("phone", "your-tel"),
        Set = ImmutableDictionary<string, string>.Empty.Add("form", "demo"),
    };

    public static readonly ImmutableDictionary<string, ImmutableHashSet<string>> Lists =
        ImmutableDictionary<string, ImmutableHashSet<string>>.Empty
            .Add("free_mail", EmailDomains.FreeMail)
            .Add("partners", ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, "partner.example", "Città Verde"));

    /// <summary>The agreement of the sample, as far as qualification goes.</summary>
    public static readonly Agreement Acme = new()
    {
        Version = "2026-11",
        Organisation = "Acme S.p.A.",
        TimeZone = DateTimeZoneProviders.Tzdb["Europe/Rome"],
        Language = Language.It,
        SignedByMarketing = PersonId.Of("giulia.ferri@acme.example"),
        SignedBySales = PersonId.Of("paolo.conti@acme.example"),
        Qualification = new QualificationTerms
        {
            QualifiedAt = 40,
            CompleteWith = ["email", "name", "company", "country"],
            Rules =
            [
                new(60, "asked for a demo or a price", Where(new FieldTest.OneOf("form", ["demo", "pricing"]))),
                new(20, "company of 50 people or more", Where(new FieldTest.Between("employees", 50, null))),
                new(15, "decision maker",
                    Where(new FieldTest.Contains("job_title", ["director", "head of", "chief", "ceo", "cto", "titolare", "responsabile"]))),
                new(10, "business e-mail address", Where(new FieldTest.NotInList("email_domain", "free_mail"))),
                new(10, "came back within 30 days", Where(new FieldTest.Between("touches_last_30_days", 2, null))),
                new(-100, "student or job seeker", Where(new FieldTest.Contains("job_title", ["student", "studente", "tirocin"]))),
            ],
        },
        Tiers =
        [
            Tier("hot", Where(new FieldTest.OneOf("form", ["demo", "pricing"]))),
            Tier("warm", Where(new FieldTest.Between("score", 50, null))),
            Tier("standard", Condition.Always),
        ],
        Ladders = ImmutableDictionary<string, Ladder>.Empty,
        Reasons = [],
        Lists = Lists,
        Alerts = new AlertTerms(Duration.FromMinutes(5), 50),
    };

    public static Condition Where(params FieldTest[] tests) => new([.. tests]);

    public static LeadForm Form(params (string Field, string Value)[] fields) => Posted(Website, fields);

    public static LeadForm Posted(LeadSource source, params (string Field, string Value)[] fields) =>
        LeadForm.Mapped(source, fields.ToDictionary(field => field.Field, field => field.Value, StringComparer.Ordinal));

    public static Contact Contact(params (string Field, string Value)[] fields) => Contact(Form(fields));

    public static Contact Contact(LeadForm form, string? defaultCountry = null) =>
        Assert.IsType<ContactResult.Usable>(Handoff.Qualification.Contact.Normalise(form, defaultCountry)).Contact;

    public static ImmutableArray<FieldProblem> Problems(params (string Field, string Value)[] fields) =>
        Assert.IsType<ContactResult.Missing>(Handoff.Qualification.Contact.Normalise(Form(fields), null)).Problems;

    /// <summary>The facts of a lead; without an address or a number of its own it gets an address.</summary>
    public static LeadFacts Facts(params (string Field, string Value)[] fields) => Facts(1, fields);

    public static LeadFacts Facts(int touches, params (string Field, string Value)[] fields)
    {
        var reachable = fields.Any(field => field.Field is "email" or "phone") ? fields : [("email", "mia.wolf@firm.example"), .. fields];
        var form = Form(reachable);
        return new LeadFacts(form, Contact(form), "website", touches);
    }

    public static Tier Tier(string name, Condition when)
    {
        var terms = new ClockTerms(Within.OfDuration(Duration.FromHours(1)), "normal", ClockMode.Business);
        return new Tier { Name = name, When = when, Accept = terms, FirstContact = terms, Feedback = terms };
    }
}
