using Handoff.Service.AgreementFiles;

namespace Handoff.Local.Verbs;

/// <summary>Says what is wrong, where programs and people look for it.</summary>
internal static class Tell
{
    /// <summary>Exit code of what was wrong in a folder or an argument.</summary>
    public const int Wrong = 1;

    /// <summary>One line a mistake: <c>file:line:column: message</c>.</summary>
    public static int Mistakes(IEnumerable<Mistake> mistakes) => Mistakes(mistakes, Console.Error);

    /// <summary>The same, told elsewhere.</summary>
    public static int Mistakes(IEnumerable<Mistake> mistakes, TextWriter error)
    {
        foreach (var mistake in mistakes)
            error.WriteLine(mistake);
        return Wrong;
    }

    /// <summary>What is no mistake and yet may not be meant, one line each: <c>file:line:column: note: message</c>.</summary>
    public static void Notes(IEnumerable<Mistake> notes)
    {
        foreach (var note in notes)
            Console.Error.WriteLine(note with { Message = $"note: {note.Message}" });
    }

    public static int Refusal(string message) => Refusal(message, Console.Error);

    /// <summary>The same, told elsewhere.</summary>
    public static int Refusal(string message, TextWriter error)
    {
        error.WriteLine(message);
        return Wrong;
    }
}
