using System.Collections.Immutable;
using Handoff.Qualification.Quality;

namespace Handoff.Qualification;

/// <summary>Which of the things that tell a lead's country did.</summary>
public enum CountrySource
{
    /// <summary>Nothing: the country is not known.</summary>
    Unknown,

    /// <summary>The form's own field.</summary>
    Given,

    /// <summary>The telephone number's prefix.</summary>
    Phone,

    /// <summary>The ending of the e-mail address.</summary>
    EmailDomain,

    /// <summary>The source's <c>default_country</c>.</summary>
    SourceDefault,
}

/// <summary>
/// How to reach a person, in the one form in which people are compared. Names are short enough to show; what was written stays in the
/// <see cref="LeadForm"/>.
/// </summary>
/// <param name="Email">The address: lower case, its domain in ASCII; null when there is none that could work.</param>
/// <param name="Phone">The number in E.164, or null.</param>
/// <param name="Name">The person's name, at most 500 characters, or null.</param>
/// <param name="Company">The company, at most 500 characters, or null.</param>
/// <param name="Country">ISO 3166-1 alpha-2, or null.</param>
/// <param name="Language">ISO 639-1, lower case, or null.</param>
public sealed record Contact(string? Email, string? Phone, string? Name, string? Company, string? Country, string? Language)
{
    /// <summary>What the person does, at most 500 characters, or null.</summary>
    public string? JobTitle { get; init; }

    /// <summary>What the country was found by.</summary>
    public CountrySource CountryFrom { get; init; }

    /// <summary>ISO 3166-1 alpha-2 of the telephone number, or null.</summary>
    public string? PhoneCountry { get; init; }

    /// <summary>The domain of the address, or null.</summary>
    public string? EmailDomain { get; init; }

    /// <summary>
    /// Normalises what was posted. The country is the given one; else that of a number written with its prefix; else that of
    /// the address's ending; else <paramref name="defaultCountry"/>. A number without prefix is read as one of the given country, else of
    /// the address's ending, else of the default. Never throws.
    /// </summary>
    /// <param name="form">The form, by our names.</param>
    /// <param name="defaultCountry">ISO 3166-1 alpha-2 of leads that name none, or null.</param>
    /// <returns>Usable with an address that can be one, or else a number; otherwise what is missing.</returns>
    public static ContactResult Normalise(LeadForm form, string? defaultCountry)
    {
        var problems = ImmutableArray<FieldProblem>.Empty;
        var email = form[KnownFields.Email] is { } address ? EmailAddress.Normalise(address) : null;
        if (email is null && form[KnownFields.Email] is { } wrong)
            problems = problems.Add(FieldProblem.OfAddress(wrong));

        var domain = email is null ? null : EmailDomains.Of(email);
        var given = form[KnownFields.Country] is { } country ? Countries.Find(country) : null;
        var ending = domain is null ? null : Countries.OfDomain(domain);
        var fallback = defaultCountry is null ? null : Countries.Find(defaultCountry);
        var phone = form[KnownFields.Phone] is { } number ? PhoneReading.Of(number, given ?? ending ?? fallback) : null;
        if (phone is null && form[KnownFields.Phone] is not null)
            problems = problems.Add(FieldProblem.OfPhone);

        var prefixed = phone is { IsInternational: true } ? phone.Country : null;
        var contact = new Contact(
            email,
            phone?.E164,
            Shown(form, KnownFields.Name) is { } name ? NameCapitals.Repair(name) : null,
            Shown(form, KnownFields.Company),
            given ?? prefixed ?? ending ?? fallback,
            form[KnownFields.Language] is { } language ? SpokenLanguage.Find(language) : null)
        {
            JobTitle = Shown(form, KnownFields.JobTitle),
            CountryFrom = From(given, prefixed, ending, fallback),
            PhoneCountry = phone?.Country,
            EmailDomain = domain,
        };
        return email is null && phone is null
            ? new ContactResult.Missing(problems.IsEmpty ? [FieldProblem.NoContact] : problems, contact)
            : new ContactResult.Usable(contact, problems);
    }

    private static CountrySource From(string? given, string? prefixed, string? ending, string? fallback) =>
        given is not null ? CountrySource.Given
        : prefixed is not null ? CountrySource.Phone
        : ending is not null ? CountrySource.EmailDomain
        : fallback is not null ? CountrySource.SourceDefault
        : CountrySource.Unknown;

    private static string? Shown(LeadForm form, string field) => form[field] is { } text ? ShortText.Of(text) : null;
}
