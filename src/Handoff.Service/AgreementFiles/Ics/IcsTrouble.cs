using System.Globalization;

namespace Handoff.Service.AgreementFiles.Ics;

/// <summary>Why an <c>.ics</c> file is refused: the first thing that is wrong, with its line and its event.</summary>
internal sealed class IcsTrouble
{
    private string? _first;

    /// <summary>Whether anything is wrong.</summary>
    public bool Any => _first is not null;

    /// <summary>Whether the file's own form is broken, so that nobody knows what else stands in it.</summary>
    public bool IsOfForm { get; private set; }

    /// <summary>The first thing that is wrong, with how many more there are; empty when nothing is.</summary>
    public string Says => _first is null ? ""
        : More == 0 ? _first
        : string.Create(CultureInfo.InvariantCulture, $"{_first} (and {More} more)");

    private int More { get; set; }

    /// <summary>Tells what is wrong with the file as a whole.</summary>
    public void Tell(string wrong)
    {
        if (_first is null)
            _first = wrong;
        else
            More++;
    }

    /// <summary>Tells what is wrong with the form of the file, and in which line.</summary>
    public void Tell(int line, string wrong)
    {
        IsOfForm = true;
        Tell(At(line, wrong));
    }

    /// <summary>Tells what is wrong with an event: the others stand as they are written.</summary>
    public void Tell(IcsEvent of, int line, string wrong) => Tell(At(line, $"{of.Name}: {wrong}"));

    private static string At(int line, string wrong) => string.Create(CultureInfo.InvariantCulture, $"line {line}: {wrong}");
}
