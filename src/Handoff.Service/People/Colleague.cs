using Handoff.People;

namespace Handoff.Service.People;

/// <summary>What the directory knows of an id.</summary>
/// <param name="Address">The address, as <see cref="Person.Normal"/> writes it; empty of who was forgotten.</param>
/// <param name="Name">The name; empty of who was forgotten.</param>
/// <param name="Former">The number of who was forgotten, from 1; 0: nobody asked for that.</param>
public sealed record Colleague(string Address, string Name, int Former = 0)
{
    /// <summary>The name, or what stands for it.</summary>
    public string NameIn(Language language) => Former == 0 ? Name : new FormerWords(language).Name(Former);

    /// <summary>The address, or <c>former-N</c>.</summary>
    public string Shown => Former == 0 ? Address : string.Create(null, $"former-{Former}");

    private sealed class FormerWords(Language language) : Sentences(language)
    {
        public string Name(int number) => Say($"former colleague {number}", $"ex collega {number}");
    }
}
