namespace Handoff.Service.AgreementFiles.Shapes;

/// <summary>
/// One value of a file with its place. It may be absent (not written) or unusable (written, with mistakes that were told); whoever checks
/// must ask <see cref="Has"/>, whoever builds from a folder without mistakes need not.
/// </summary>
internal readonly struct Field<T>
    where T : notnull
{
    private readonly T? _value;

    private Field(Place at, bool isWritten, bool has, T? value)
    {
        At = at;
        IsWritten = isWritten;
        Has = has;
        _value = value;
    }

    /// <summary>Where the value stands; of an absent one, where its parent stands.</summary>
    public Place At { get; }

    /// <summary>The file says something here, usable or not.</summary>
    public bool IsWritten { get; }

    /// <summary>There is a usable value.</summary>
    public bool Has { get; }

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">There is none: a part was built in spite of its mistakes.</exception>
    public T Value =>
        Has ? _value! : throw new InvalidOperationException($"Nothing usable stands at {At}; a part was built in spite of its mistakes.");

    public static Field<T> Absent(Place parent) => new(parent, isWritten: false, has: false, default);

    /// <summary>Written, but of no use.</summary>
    public static Field<T> Unusable(Place at) => new(at, isWritten: true, has: false, default);

    /// <summary>Written and usable.</summary>
    public static Field<T> Of(Place at, T value) => new(at, isWritten: true, has: true, value);

    /// <summary>The value, or <paramref name="fallback"/> where it is absent.</summary>
    /// <exception cref="InvalidOperationException">It is written, but unusable.</exception>
    public T Or(T fallback) => IsWritten ? Value : fallback;
}
