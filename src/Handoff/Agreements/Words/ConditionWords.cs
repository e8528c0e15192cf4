using System.Collections.Immutable;
using Handoff.People;

namespace Handoff.Agreements.Words;

/// <summary>Conditions as people say them, after "if" (in Italian "se").</summary>
internal sealed class ConditionWords(ReaderNames names) : Sentences(names.Language)
{
    private const int MostNamed = 12;

    public string Always => Say("always", "sempre");

    /// <summary><c>the form is demo or pricing, and there are at least 50 employees</c>.</summary>
    public string Of(Condition condition) => condition.Tests.IsEmpty ? Always : List(condition.Tests.Select(Of));

    /// <summary>What a condition means, whatever the order and the case in which it is written.</summary>
    public static string Meaning(Condition condition) =>
        string.Join('&', condition.Tests.Select(Meaning).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    /// <summary>What a field of a lead is called, with its article.</summary>
    public string Field(string field) => field switch
    {
        "email" => Say("the e-mail address", "l'indirizzo e-mail"),
        "email_domain" => Say("the domain of the e-mail address", "il dominio dell'indirizzo e-mail"),
        "name" => Say("the name", "il nome"),
        "company" => Say("the company", "l'azienda"),
        "country" => Say("the country", "il paese"),
        "phone" => Say("the phone number", "il numero di telefono"),
        "job_title" => Say("the job title", "il ruolo"),
        "employees" => Say("the number of employees", "il numero di dipendenti"),
        "form" => Say("the form", "il modulo"),
        "product" => Say("the product", "il prodotto"),
        "language" => Say("the language", "la lingua"),
        "score" => Say("the score", "il punteggio"),
        "touches_last_30_days" => Say("the number of requests in the last 30 days", "il numero di richieste negli ultimi 30 giorni"),
        "campaign" => Say("the campaign", "la campagna"),
        "size" => Say("the size of the company", "la dimensione dell'azienda"),
        _ => Say($"“{field}”", $"«{field}»"),
    };

    private string Of(FieldTest test) => test switch
    {
        FieldTest.OneOf it => Say($"{Field(it.Field)} is {Any(Values(it))}", $"{Field(it.Field)} è {Any(Values(it))}"),
        FieldTest.Contains it => Say($"{Field(it.Field)} contains {Any(it.Texts)}", $"{Field(it.Field)} contiene {Any(it.Texts)}"),
        FieldTest.Between { AtLeast: { } least, AtMost: { } most } it => Say(
            $"{Field(it.Field)} is from {Number(least)} to {Number(most)}", $"{Field(it.Field)} va da {Number(least)} a {Number(most)}"),
        FieldTest.Between { AtMost: { } most } it => Say(
            $"{Field(it.Field)} is at most {Number(most)}", $"{Field(it.Field)} è al massimo {Number(most)}"),
        FieldTest.Between it => Say(
            $"{Field(it.Field)} is at least {Number(it.AtLeast ?? 0)}", $"{Field(it.Field)} è almeno {Number(it.AtLeast ?? 0)}"),
        FieldTest.InList it => Say(
            $"{Field(it.Field)} is in the list “{it.List}”", $"{Field(it.Field)} è nell'elenco «{it.List}»"),
        FieldTest.NotInList it => Say(
            $"{Field(it.Field)} is given and not in the list “{it.List}”", $"{Field(it.Field)} è indicato e non è nell'elenco «{it.List}»"),
        _ => throw new ArgumentOutOfRangeException(nameof(test), test, "A test has words."),
    };

    private ImmutableArray<string> Values(FieldTest.OneOf test) =>
        test.Field == "source" ? [.. test.Values.Select(names.Source)] : test.Values;

    /// <summary><c>demo, pricing or trial</c>.</summary>
    private string Any(ImmutableArray<string> values)
    {
        var all = values.Length > MostNamed
            ? [.. values.Take(MostNamed), Say($"{values.Length - MostNamed} others", $"altri {values.Length - MostNamed}")]
            : values;
        return all.Length == 1 ? all[0]
            : Say($"{string.Join(", ", all[..^1])} or {all[^1]}", $"{string.Join(", ", all[..^1])} o {all[^1]}");
    }

    private string Number(decimal number) => number.ToString("#,0.##", Language.Culture);

    private static string Meaning(FieldTest test) => test switch
    {
        FieldTest.OneOf it => $"{it.Field}={Sorted(it.Values)}",
        FieldTest.Contains it => $"{it.Field}~{Sorted(it.Texts)}",
        FieldTest.Between it => FormattableString.Invariant($"{it.Field}:{it.AtLeast:G29}..{it.AtMost:G29}"),
        FieldTest.InList it => $"{it.Field} in {it.List}",
        FieldTest.NotInList it => $"{it.Field} not in {it.List}",
        _ => throw new ArgumentOutOfRangeException(nameof(test), test, "A test means something."),
    };

    private static string Sorted(ImmutableArray<string> values) => string.Join(
        '|', values.Select(value => value.ToLowerInvariant()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
}
