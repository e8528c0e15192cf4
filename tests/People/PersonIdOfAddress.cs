using System.Security.Cryptography;
using System.Text;

namespace Handoff.People;

/// <summary>
/// In tests the directory gives everybody the id that this makes of the address, so that a test can name people by their addresses. It
/// tells nobody's name, so that whatever shows an id where an address belongs, or the other way round, is found.
/// </summary>
internal static class PersonIdOfAddress
{
    extension(PersonId)
    {
        public static PersonId Of(string address) =>
            new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Person.Normal(address))).AsSpan(0, 10)));
    }
}
