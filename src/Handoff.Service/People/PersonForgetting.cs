using Handoff.People;
using Handoff.Service.Company;

namespace Handoff.Service.People;

/// <summary>What came of being asked to forget somebody.</summary>
public abstract record ForgetAnswer
{
    /// <summary>Address and name are gone, now or before; <c>former-N</c> stands for them.</summary>
    public sealed record Forgotten(PersonId Person, int Former) : ForgetAnswer;

    /// <summary>The person is still in <c>people.yaml</c>.</summary>
    public sealed record StillThere(PersonId Person) : ForgetAnswer
    {
        /// <summary>What to do about it.</summary>
        public const string Message =
            "This person is still in people.yaml. Take them out of the file, wait until it is in force, and ask again.";
    }

    /// <summary>There is nobody like that.</summary>
    public sealed record Unknown : ForgetAnswer;
}

/// <summary>
/// Forgets an employee who has left: address and name go, what they did stays under a number (promise 7). Leads that they still hold pass
/// on as those of anybody who is no longer in the files.
/// </summary>
public sealed class PersonForgetting(CompanyInForce company, PeopleDirectory directory)
{
    /// <summary>Forgets a person, named by the id or the address; doing so twice is the same.</summary>
    public async Task<ForgetAnswer> ForgetAsync(string person, CancellationToken cancellation)
    {
        await company.RefreshAsync(cancellation);
        var address = Person.Normal(person);
        var id = company.Directory.ContainsKey(new(person)) ? new PersonId(person)
            : company.Directory.Where(one => one.Value.Address == address && address.Length > 0).Select(one => one.Key).FirstOrDefault();
        if (id.Value is null)
            return new ForgetAnswer.Unknown();
        if (company.Staff.Find(id) is not null)
            return new ForgetAnswer.StillThere(id);
        var number = await directory.ForgetAsync(id, cancellation);
        await company.RefreshAsync(cancellation);
        return new ForgetAnswer.Forgotten(id, number);
    }
}
