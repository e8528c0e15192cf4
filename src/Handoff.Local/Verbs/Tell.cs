using Handoff.Service.AgreementFiles;

namespace Handoff.Local.Verbs;

/// <summary>Says what is wrong, where programs and people look for it.</summary>
internal static class Tell
{
    /// <summary>Exit code of what was wrong in a folder or an argument.</summary>
    public const int Wrong = 1;

    /// <summary>One line a mistake: <c>file:line:column: message</c>.</summary>
    public static int Mistakes(IEnumerable<Mistake> mistakes)
    {
        foreach (var mistake in mistakes)
            Console.Error.WriteLine(mistake);
        return Wrong;
    }

    /// <summary>One message.</summary>
    public static int Refusal(string message)
    {
        Console.Error.WriteLine(message);
        return Wrong;
    }
}
