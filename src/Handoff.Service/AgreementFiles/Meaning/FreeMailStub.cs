using System.Collections.Immutable;
namespace Handoff.Service.AgreementFiles.Meaning;
internal static class FreeMailStub
{
    public static readonly ImmutableHashSet<string> FreeMail = ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, "gmail.com");
}
