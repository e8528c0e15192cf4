using System.Collections.Concurrent;
using System.Globalization;

namespace Handoff.Qualification;

/// <summary>
/// What conditions see of a lead: the form's fields by name, and over them what Handoff itself finds out, which nobody can post:
/// <c>email</c>, <c>email_domain</c>, <c>phone</c>, <c>phone_country</c>, <c>country</c>, <c>language</c>, <c>source</c>,
/// <c>touches_last_30_days</c>, and once they are known <c>score</c> and <c>tier</c>. Immutable to its users.
/// </summary>
public sealed class LeadFacts
{
    private readonly LeadForm _form;
    private readonly Contact _contact;
    private readonly string _source;
    private readonly int _touches;
    private readonly int? _score;
    private readonly string? _tier;
    private readonly ConcurrentDictionary<string, string> _folded;

    /// <summary>The facts of a lead that is not scored yet.</summary>
    /// <param name="form">What was posted, by our names.</param>
    /// <param name="source">The source's name.</param>
    /// <param name="touchesLast30Days">The person's requests of the last 30 days, this one included; 1 or more.</param>
    public LeadFacts(LeadForm form, Contact contact, string source, int touchesLast30Days)
        : this(form, contact, source, touchesLast30Days, null, null, new ConcurrentDictionary<string, string>(1, 4, StringComparer.Ordinal))
    {
    }

    private LeadFacts(
        LeadForm form, Contact contact, string source, int touches, int? score, string? tier, ConcurrentDictionary<string, string> folded)
    {
        _form = form;
        _contact = contact;
        _source = source;
        _touches = touches;
        _score = score;
        _tier = tier;
        _folded = folded;
    }

    /// <summary>The names of the facts that Handoff finds out; a posted field of such a name is never seen by a condition.</summary>
    public static IReadOnlyList<string> Derived { get; } =
        ["email", "email_domain", "phone", "phone_country", "country", "language", "source", "touches_last_30_days", "score", "tier"];

    public LeadFacts WithScore(int score) => new(_form, _contact, _source, _touches, score, _tier, _folded);

    public LeadFacts WithTier(string tier) => new(_form, _contact, _source, _touches, _score, tier, _folded);

    /// <summary>The field's text, numbers in invariant notation; null when it is not known.</summary>
    public string? Text(string field) => field switch
    {
        "email" => _contact.Email,
        "email_domain" => _contact.EmailDomain,
        "phone" => _contact.Phone,
        "phone_country" => _contact.PhoneCountry,
        "country" => _contact.Country,
        "language" => _contact.Language,
        "source" => _source,
        "touches_last_30_days" => _touches.ToString(CultureInfo.InvariantCulture),
        "score" => _score?.ToString(CultureInfo.InvariantCulture),
        "tier" => _tier,
        _ => _form[field],
    };

    /// <summary>
    /// The field as a number; null when it is not known or has none. Of what people write the first number counts, so of <c>11-50</c> the
    /// lower bound, and <c>1,000</c>, <c>1.000</c>, <c>50+</c> and <c>5k</c> are read as meant.
    /// </summary>
    public decimal? Number(string field) => field switch
    {
        "touches_last_30_days" => _touches,
        "score" => _score,
        _ => Text(field) is { } text ? LooseNumber.Of(text) : null,
    };

    /// <summary>The field's text without case and accents, or null; made once.</summary>
    internal string? Folded(string field)
    {
        if (Text(field) is not { } text)
            return null;

        // Score and tier change from one view to the next; everything else is the same in all of them.
        return field is "score" or "tier" ? FoldedText.Of(text) : _folded.GetOrAdd(field, static (_, given) => FoldedText.Of(given), text);
    }
}
