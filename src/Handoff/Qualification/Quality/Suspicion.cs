namespace Handoff.Qualification.Quality;

/// <summary>What may make a request suspect. Words of the ledger: one may be added, none renamed.</summary>
public enum Suspicion
{
    /// <summary>The address is at a service whose addresses are thrown away.</summary>
    Disposable,

    /// <summary>The address is that of a function, such as <c>info@</c>, and not a person's.</summary>
    RoleAddress,

    /// <summary>The address's domain takes no mail: the domain's own records say so.</summary>
    NoMail,

    /// <summary>A web address stands where a name belongs.</summary>
    LinkInName,

    /// <summary>The text holds links in HTML or in the marks of forums.</summary>
    Markup,

    /// <summary>The text holds more web addresses than people write.</summary>
    ManyLinks,

    /// <summary>The form was filled in faster than a person can.</summary>
    TooFast,

    /// <summary>The captcha says that no person filled it in.</summary>
    NotHuman,
}

/// <summary>What a source has looked at in the first turn of its leads.</summary>
public enum QualityCheck
{
    /// <summary><see cref="Suspicion.Disposable"/>.</summary>
    Disposable,

    /// <summary><see cref="Suspicion.RoleAddress"/>.</summary>
    Role,

    /// <summary><see cref="Suspicion.NoMail"/>: asks the name system.</summary>
    NoMail,

    /// <summary><see cref="Suspicion.LinkInName"/>, <see cref="Suspicion.Markup"/> and <see cref="Suspicion.ManyLinks"/>.</summary>
    Spam,
}
