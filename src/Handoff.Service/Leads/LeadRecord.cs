using System.Collections.Immutable;
using Handoff.Qualification;
using Handoff.Service.Intake;
using NodaTime;

namespace Handoff.Service.Leads;

/// <summary>
/// The personal data of one lead: the one place where it is kept (design section 4), sealed under the lead's own key. Free text belongs
/// here.
/// </summary>
public sealed record LeadRecord
{
    /// <summary>The normalised e-mail address, or null.</summary>
    public string? Email { get; init; }

    /// <summary>The phone number in E.164 when it could be read, else as it was given, or null.</summary>
    public string? Phone { get; init; }

    /// <summary>The person's name, or null.</summary>
    public string? Name { get; init; }

    /// <summary>The company, or null.</summary>
    public string? Company { get; init; }

    /// <summary>The job title, or null.</summary>
    public string? JobTitle { get; init; }

    /// <summary>ISO 3166 alpha-2 country, or null.</summary>
    public string? Country { get; init; }

    /// <summary>What the person wrote, or null.</summary>
    public string? Message { get; init; }

    /// <summary>Every field of the form by our names, the above included as they were given.</summary>
    public ImmutableSortedDictionary<string, string> Form { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>What reps and managers wrote about it, oldest first.</summary>
    public ImmutableArray<LeadNote> Notes { get; init; } = [];

    /// <summary>What marketing corrected of a lead that came back, by our names of the fields; the handoff that follows has it. Null:
    /// nothing.</summary>
    public ImmutableSortedDictionary<string, string>? Correction { get; init; }

    /// <summary>What the page sent beside what the visitor wrote; null: nothing.</summary>
    public FormTraces? Traces { get; init; }

    /// <summary>What the person agreed to; null: the form does not ask.</summary>
    public ConsentRecord? Consent { get; init; }

    /// <summary>The data of a form as it was read.</summary>
    public static LeadRecord Of(LeadForm form, Contact contact, FormTraces? traces = null) => new()
    {
        Traces = traces,
        Email = contact.Email,
        Phone = contact.Phone ?? form[KnownFields.Phone],
        Name = contact.Name,
        Company = contact.Company,
        JobTitle = contact.JobTitle,
        Country = contact.Country,
        Message = form[KnownFields.Message],
        Form = form.Fields,
    };

    /// <summary>Who it is in one line: name and company, else the address or phone.</summary>
    public string Title
    {
        get
        {
            var who = Name ?? Email ?? Phone ?? "?";
            return Company is null ? who : $"{who}, {Company}";
        }
    }
}

/// <summary>A note on a lead.</summary>
/// <param name="By">Who wrote it: a person's id, or <c>crm</c>; what is shown is the name.</param>
/// <param name="On">On what: <c>decline</c>, <c>contacted</c>, <c>feedback</c>, <c>assign</c>, <c>outcome</c>, <c>contest</c>,
/// <c>uphold</c>, <c>overturn</c>, <c>again</c>, <c>recycle</c>.</param>
public sealed record LeadNote(Instant At, string By, string On, string Text);
