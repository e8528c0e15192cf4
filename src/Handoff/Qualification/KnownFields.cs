using System.Collections.Frozen;

namespace Handoff.Qualification;

/// <summary>The fields that Handoff knows by name; every other posted field is kept under a name of its own.</summary>
public static class KnownFields
{
    /// <summary>The e-mail address.</summary>
    public const string Email = "email";

    /// <summary>The person's whole name.</summary>
    public const string Name = "name";

    public const string FirstName = "first_name";

    public const string LastName = "last_name";

    /// <summary>The company's name.</summary>
    public const string Company = "company";

    /// <summary>The country, by code or name.</summary>
    public const string Country = "country";

    /// <summary>The telephone number.</summary>
    public const string Phone = "phone";

    /// <summary>The person's function in the company.</summary>
    public const string JobTitle = "job_title";

    /// <summary>How many people the company employs: a number or a range.</summary>
    public const string Employees = "employees";

    /// <summary>Which form was filled in, such as <c>demo</c>.</summary>
    public const string Form = "form";

    /// <summary>What the person asks about.</summary>
    public const string Product = "product";

    /// <summary>The person's language, by code or name.</summary>
    public const string Language = "language";

    /// <summary>Whether the person agreed to be contacted.</summary>
    public const string ContactConsent = "consent_contact";

    /// <summary>Free text.</summary>
    public const string Message = "message";

    /// <summary>The spellings of form builders and people, in English and Italian, the likelier first.</summary>
    private static readonly (string Known, string[] Spellings)[] Spellings =
    [
        (Email, ["e_mail", "email_address", "e_mail_address", "emailaddress", "work_email",
            "email_work", "business_email", "email_business",
            "company_email", "email_aziendale", "indirizzo_email", "indirizzo_e_mail", "posta_elettronica", "mail"]),
        (Name, ["full_name", "fullname", "name_full", "nome_e_cognome", "nome_cognome", "nominativo", "display_name"]),
        (FirstName, ["firstname", "fname", "given_name", "forename", "nome"]),
        (LastName, ["lastname", "lname", "surname", "family_name", "cognome"]),
        (Company, ["company_name", "companyname", "organisation", "organization", "organisation_name", "organization_name",
            "business_name", "azienda",
            "nome_azienda", "ragione_sociale", "societa", "impresa", "account_name"]),
        (Country, ["country_code", "country_name", "country_region", "paese", "nazione"]),
        (Phone, ["phone_number", "phonenumber", "telephone", "telephone_number", "tel", "telefono", "numero_di_telefono",
            "work_phone", "phone_work", "business_phone",
            "mobile", "mobile_phone", "mobile_number", "cellulare", "cell", "cell_phone"]),
        (JobTitle, ["jobtitle", "job_role", "job_position", "job_function", "job", "role", "position", "ruolo", "ruolo_aziendale",
            "qualifica",
            "posizione", "mansione", "title"]),
        (Employees, ["number_of_employees", "num_employees", "numemployees", "no_of_employees", "employee_count", "employees_count",
            "company_size",
            "numero_di_dipendenti", "numero_dipendenti", "dipendenti", "headcount", "team_size"]),
        (Form, ["form_name", "modulo"]),
        (Product, ["product_name", "product_interest", "interested_in", "prodotto"]),
        (Language, ["language_code", "preferred_language", "browser_language", "lang", "locale", "lingua"]),
        (ContactConsent, ["contact_consent", "consenso_contatto", "consenso_al_contatto"]),
        (Message, ["comments", "comment", "messaggio", "richiesta", "inquiry", "enquiry", "question", "questions", "notes", "note",
            "description",
            "details", "how_can_we_help", "additional_information"]),
    ];

    private static readonly FrozenDictionary<string, (string Known, int Rank)> BySpelling = Spellings
        .SelectMany(entry => entry.Spellings.Prepend(entry.Known)
            .Select((spelling, rank) => KeyValuePair.Create(spelling, (entry.Known, rank))))
        .ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly string[] Prefixes = ["your_", "contact_", "lead_", "user_", "customer_", "form_fields_", "fields_", "data_"];

    /// <summary>Whether a posted name is one of ours or a usual spelling of it.</summary>
    public static bool Knows(string posted) => Of(posted) is not null;

    /// <summary>The known field that a posted name spells, or null.</summary>
    public static string? Of(string posted) => Recognise(FieldName.Of(posted))?.Known;

    /// <summary>
    /// The known field that a normalised name spells, and how far down the list of its spellings it is (0: the name itself); null when
    /// none. What form builders put before a name (<c>your-email</c>, <c>fields[email]</c>) is overlooked.
    /// </summary>
    internal static (string Known, int Rank)? Recognise(string name)
    {
        if (BySpelling.TryGetValue(name, out var found))
            return found;
        return BySpelling.TryGetValue(WithoutPrefix(name), out found) ? (found.Known, found.Rank + 100) : null;
    }

    /// <summary>The name without what form builders put before one.</summary>
    internal static string WithoutPrefix(string name) =>
        Array.Find(Prefixes, prefix => name.StartsWith(prefix, StringComparison.Ordinal)) is { } found ? name[found.Length..] : name;

    /// <summary>Whether line breaks belong to the field: the message and its other spellings.</summary>
    internal static bool IsFreeText(string name) => Recognise(name) is { Known: Message };
}
