using System.Collections.Frozen;

namespace Handoff.Qualification;

/// <summary>The fields that Handoff knows by name; every other posted field is kept under a name of its own.</summary>
public static class KnownFields
{
    public const string Email = "email";

    /// <summary>The person's whole name.</summary>
    public const string Name = "name";

    public const string FirstName = "first_name";

    public const string LastName = "last_name";

    public const string Company = "company";

    /// <summary>The country, by code or name.</summary>
    public const string Country = "country";

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

    public const string Message = "message";

    /// <summary>
    /// Our name and the spellings of form builders and people, the likelier first: in English, Italian, German, French, Spanish.
    /// </summary>
    private const string Spellings = """
        email e_mail email_address e_mail_address emailaddress work_email email_work business_email email_business
            company_email email_aziendale indirizzo_email indirizzo_e_mail posta_elettronica mail e_mail_adresse email_adresse
            emailadresse mailadresse firmen_e_mail geschaftliche_e_mail geschaftliche_e_mail_adresse courriel adresse_e_mail
            adresse_email adresse_mail adresse_courriel adresse_electronique email_professionnel e_mail_professionnel
            adresse_e_mail_professionnelle adresse_email_professionnelle correo correo_electronico direccion_de_correo
            direccion_de_correo_electronico correo_corporativo email_corporativo correo_de_la_empresa
            correo_electronico_corporativo;
        name full_name fullname name_full display_name nome_e_cognome nome_cognome nominativo vollstandiger_name voller_name
            vor_und_nachname vorname_und_nachname vorname_nachname nom_complet nom_et_prenom prenom_et_nom nom_prenom
            prenom_nom nombre_completo nombre_y_apellidos nombre_y_apellido nombre_apellidos;
        first_name firstname fname given_name forename nome vorname prenom nombre;
        last_name lastname lname surname family_name cognome nachname familienname nom nom_de_famille apellidos apellido;
        company company_name companyname organisation organization organisation_name organization_name business_name azienda
            nome_azienda ragione_sociale societa impresa account_name firma firmenname unternehmen unternehmensname
            name_der_firma name_des_unternehmens entreprise societe nom_de_l_entreprise nom_de_votre_entreprise
            nom_de_la_societe nom_entreprise nom_societe raison_sociale empresa nombre_de_la_empresa nombre_de_empresa
            nombre_empresa compania razon_social organizacion;
        country country_code country_name country_region paese nazione land pays pais;
        phone phone_number phonenumber telephone telephone_number tel telefono numero_di_telefono work_phone phone_work
            business_phone mobile mobile_phone mobile_number cellulare cell cell_phone telefon telefonnummer rufnummer
            telefonnummer_geschaftlich handy handynummer mobil mobilnummer mobiltelefon numero_de_telephone
            telephone_professionnel telephone_portable telephone_mobile tel_portable numero_de_portable numero_de_telefono
            telefono_de_contacto telefono_movil movil celular whats_app_number whatsapp_number phone_whats_app phone_whatsapp
            telefono_whats_app telefono_whatsapp numero_whats_app numero_whatsapp numero_di_whats_app numero_di_whatsapp
            numero_de_whats_app numero_de_whatsapp;
        job_title jobtitle job_role job_position job_function job role position ruolo ruolo_aziendale qualifica posizione
            mansione title funktion rolle berufsbezeichnung stellenbezeichnung jobtitel poste fonction intitule_du_poste
            intitule_de_poste cargo puesto puesto_de_trabajo;
        employees number_of_employees num_employees numemployees no_of_employees employee_count employees_count company_size
            numero_di_dipendenti numero_dipendenti dipendenti headcount team_size anzahl_mitarbeiter anzahl_der_mitarbeiter
            mitarbeiterzahl mitarbeiteranzahl mitarbeiter anzahl_der_mitarbeitenden unternehmensgrosse unternehmensgroesse
            firmengrosse nombre_d_employes nombre_de_salaries nombre_de_collaborateurs effectif effectifs
            taille_de_l_entreprise numero_de_empleados n_de_empleados empleados tamano_de_la_empresa;
        form form_name modulo formular formulaire formulario;
        product product_name product_interest interested_in prodotto produkt produit producto;
        language language_code preferred_language browser_language lang locale lingua sprache langue idioma;
        consent_contact contact_consent consenso_contatto consenso_al_contatto;
        message comments comment messaggio richiesta inquiry enquiry question questions notes note description details
            how_can_we_help additional_information nachricht anfrage mitteilung kommentar kommentare anmerkung anmerkungen
            bemerkung bemerkungen commentaire commentaires demande remarques mensaje comentario comentarios consulta
            observaciones
        """;

    private static readonly FrozenDictionary<string, (string Known, int Rank)> BySpelling = Spellings
        .Split(';')
        .Select(entry => entry.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        .SelectMany(words => words.Select((spelling, rank) => KeyValuePair.Create(spelling, (words[0], rank))))
        .ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly string[] Prefixes =
    [
        "your_", "contact_", "lead_", "user_", "customer_", "form_fields_", "fields_", "data_",
        "ihre_", "ihr_", "deine_", "dein_", "votre_", "tu_", "su_", "il_tuo_", "la_tua_", "tuo_", "tua_",
        "what_s_your_", "what_is_your_", "whats_your_", "qual_e_il_tuo_", "qual_e_la_tua_", "qual_e_il_suo_", "qual_e_la_sua_",
        "wie_lautet_ihr_", "wie_lautet_ihre_", "quel_est_votre_", "quelle_est_votre_", "cual_es_tu_", "cual_es_su_",
    ];

    /// <summary>Whether a posted name is one of ours or a usual spelling of it.</summary>
    public static bool Knows(string posted) => Of(posted) is not null;

    /// <summary>The known field that a posted name spells, or null.</summary>
    public static string? Of(string posted) => Recognise(FieldName.Of(posted))?.Known;

    /// <summary>
    /// The known field that a normalised name spells, and how far down the list of its spellings it is (0: the name itself); null when
    /// none. What stands before a name is overlooked: what form builders put there (<c>your-email</c>, <c>fields[email]</c>), a question's
    /// number (<c>1. Name</c>) and its words (<c>What's your name?</c>).
    /// </summary>
    internal static (string Known, int Rank)? Recognise(string name)
    {
        if (BySpelling.TryGetValue(name, out var found))
            return found;
        return BySpelling.TryGetValue(WithoutPrefix(name), out found) ? (found.Known, found.Rank + 100) : null;
    }

    /// <summary>The name without what stands before one.</summary>
    internal static string WithoutPrefix(string name)
    {
        var bare = name.TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9').TrimStart('_');
        return Array.Find(Prefixes, prefix => bare.StartsWith(prefix, StringComparison.Ordinal)) is { } found ? bare[found.Length..] : bare;
    }

    /// <summary>Whether line breaks belong to the field: the message and its other spellings.</summary>
    internal static bool IsFreeText(string name) => Recognise(name) is { Known: Message };
}
