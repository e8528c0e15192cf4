using System.IO.Compression;
using System.Text;
using Handoff.Leads;
using Handoff.People;
using Handoff.Service.Company;
using Handoff.Service.Leads;
using Handoff.Service.Mail;
using Handoff.Service.People;
using Handoff.Service.Serialization;
using Handoff.Service.SignIn;
using Handoff.Service.Storage;
using Handoff.Service.Vault;

namespace Handoff.Stores.Tests.Contract;

/// <summary>
/// People are opaque everywhere but in one directory, so that an employee can be forgotten (promise 7). Here ids are random, as they are
/// in the product.
/// </summary>
public abstract class PeopleContract(IStoreFixture fixture) : StoreContract(fixture)
{
    private const string Anna = "anna.greco@acme.example";
    private const string Bruno = "bruno.riva@acme.example";

    [StoreFact]
    public async Task Two_processes_that_meet_people_at_the_same_time_give_them_the_same_ids()
    {
        var companies = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => OpenAsync()));

        var ids = companies.Select(one => string.Join(',', one.Get<CompanyInForce>().Staff.People.Values
            .OrderBy(person => person.Address, StringComparer.Ordinal).Select(person => $"{person.Address} {person.Id}")));
        Assert.Single(ids.Distinct(StringComparer.Ordinal));
    }

    [StoreFact]
    public async Task An_id_stays_when_the_host_starts_again_and_when_the_name_changes()
    {
        PersonId before;
        await using (var company = await OpenAsync())
            before = IdOf(company, Anna);
        await ReopenAsync();

        await using var again = await OpenAsync(people => people.Replace("Anna Greco", "Anna Bianchi", StringComparison.Ordinal));

        Assert.Equal(before, IdOf(again, Anna));
        Assert.Equal(new Colleague(Anna, "Anna Bianchi"), again.Get<CompanyInForce>().Directory[before]);
    }

    [StoreFact]
    public async Task Nothing_but_the_directory_holds_an_address_or_a_name()
    {
        await using var company = await OpenAsync();
        var anna = IdOf(company, Anna);
        await new PlayedLife(company, Clock).PlayAsync();

        foreach (var copy in await Store.Copies.ListCopiesAsync(leadId: null, 1_000, default))
            Assert.DoesNotContain("@acme.example", await OpenedAsync(company, copy), StringComparison.Ordinal);
        var records = await Task.WhenAll((await ToListAsync(Store.Streams.ListAsync(StreamKind.Lead, default))).Select(async id =>
            Encoding.UTF8.GetString(LedgerJson.Write((await company.Get<LeadVault>().OpenAsync(id, default))!))));
        Assert.All(records, record => Assert.DoesNotContain("@acme.example", record, StringComparison.Ordinal));
        Assert.Contains(records, record => record.Contains(anna.Value, StringComparison.Ordinal));
        var version = company.Get<CompanyInForce>().Agreement.Version;
        Assert.DoesNotContain("@acme.example", (await Store.Facts.FindTextAsync($"agreement:{version}", default))!.Content,
            StringComparison.Ordinal);
        foreach (var person in company.Get<CompanyInForce>().Staff.People.Values)
        {
            Assert.NotEmpty(await WhereIsAsync(person.Address));
            await Store.Facts.DropAsync($"person:{person.Id}", default);
            Assert.Empty(await WhereIsAsync(person.Address));
            Assert.Empty(await WhereIsAsync(person.Name));
        }
    }

    [StoreFact]
    public async Task Who_was_forgotten_is_a_number_in_everything_that_was_and_in_no_stored_byte()
    {
        LeadId lead;
        PersonId anna;
        await using (var before = await OpenAsync())
        {
            anna = IdOf(before, Anna);
            lead = await new PlayedLife(before, Clock).PlayAsync();
        }

        await using var company = await OpenAsync(Without(Anna));
        Assert.Equal("Anna Greco", company.Get<CompanyInForce>().NameOf(anna, Language.En));

        var answer = await ForgetAsync(company, Anna);

        Assert.Equal(new ForgetAnswer.Forgotten(anna, 1), answer);
        Assert.Empty(await WhereIsAsync("anna.greco"));
        Assert.Empty(await WhereIsAsync("Anna Greco"));
        var view = (await company.Get<LeadLedger>().FindAsync(lead.Value, default))!;
        Assert.Equal("former-1", view.Owner);
        Assert.Contains(view.Events, one => one.Says.Contains("former colleague 1", StringComparison.Ordinal));
        Assert.Equal("ex collega 1", company.Get<CompanyInForce>().NameOf(anna, Language.It));
        Assert.Contains((await company.Get<Mailbox>().ListAsync(1_000, default)).Select(mail => mail.To), to => to == "former-1");
        Assert.Contains((await company.Get<Mailbox>().ListAsync(1_000, default)).Select(mail => mail.To), to => to == Bruno);
    }

    [StoreFact]
    public async Task Of_who_was_forgotten_it_is_not_kept_when_they_were_away()
    {
        await using (var before = await OpenAsync())
        {
            var book = before.Get<AbsenceBook>();
            await book.AwayAsync(IdOf(before, Anna), Clock.GetCurrentInstant(), null, default);
            await book.BackAsync(IdOf(before, Anna), default);
            await book.AwayAsync(IdOf(before, Bruno), Clock.GetCurrentInstant(), null, default);
        }

        await using var company = await OpenAsync(Without(Anna));
        var anna = Left(company, Anna);

        await ForgetAsync(company, Anna);

        Assert.Equal(
            [IdOf(company, Bruno).Value],
            (await Store.Facts.ListAbsencesAsync(NodaTime.Instant.MinValue, default)).Select(absence => absence.Person));
        Assert.DoesNotContain($"back:{anna}", await Store.Facts.ListValuesAsync("back:", default));
    }

    [StoreFact]
    public async Task Another_host_knows_within_a_minute_that_somebody_was_forgotten()
    {
        await using (await OpenAsync())
        {
        }

        await using var told = await OpenAsync(Without(Anna));
        await using var other = await OpenAsync(Without(Anna));
        var forgotten = Assert.IsType<ForgetAnswer.Forgotten>(await ForgetAsync(told, Anna));

        Clock.AdvanceMinutes(1);
        await other.Get<CompanyInForce>().RefreshIfOldAsync(default);

        Assert.Equal("former-1", other.Get<CompanyInForce>().AddressOf(forgotten.Person));
    }

    [StoreFact]
    public async Task Who_is_still_in_the_files_is_not_forgotten()
    {
        await using var company = await OpenAsync();
        var anna = IdOf(company, Anna);

        Assert.Equal(new ForgetAnswer.StillThere(anna), await ForgetAsync(company, anna.Value));
        Assert.Equal(new Colleague(Anna, "Anna Greco"), company.Get<CompanyInForce>().Directory[anna]);
        Assert.IsType<ForgetAnswer.Unknown>(await ForgetAsync(company, "nobody@acme.example"));
        Assert.IsType<ForgetAnswer.Unknown>(await ForgetAsync(company, ""));
    }

    [StoreFact]
    public async Task Forgetting_twice_is_the_same_and_numbers_count_up_whoever_forgets()
    {
        await using (await OpenAsync())
        {
        }

        await using var one = await OpenAsync(Without(Anna, Bruno));
        await using var two = await OpenAsync(Without(Anna, Bruno));
        var (anna, bruno) = (Left(one, Anna), Left(one, Bruno));

        await Task.WhenAll(ForgetAsync(one, Anna), ForgetAsync(two, Bruno), ForgetAsync(two, anna.Value));
        var again = Assert.IsType<ForgetAnswer.Forgotten>(await ForgetAsync(one, anna.Value));

        await two.Get<CompanyInForce>().RefreshAsync(default);
        var people = two.Get<CompanyInForce>().Directory;
        Assert.Equal(again.Former, people[anna].Former);
        Assert.Equal([1, 2], new[] { people[anna].Former, people[bruno].Former }.Order());
        Assert.IsType<ForgetAnswer.Unknown>(await ForgetAsync(one, Anna));
    }

    [StoreFact]
    public async Task A_forgetting_that_was_cut_short_is_finished_by_the_next()
    {
        for (var writes = 0; ; writes++)
        {
            await using (await OpenAsync())
            {
            }

            await using var company = await OpenAsync(Without(Anna));
            var anna = Left(company, Anna);
            var dying = new DyingFacts(Store.Facts, writes);
            var cut = await Record.ExceptionAsync(() =>
                new PeopleDirectory(dying, new(Store.Keys)).ForgetAsync(anna, default));

            Assert.Equal(writes + 1, Assert.IsType<ForgetAnswer.Forgotten>(await ForgetAsync(company, anna.Value)).Former);
            Assert.Empty(await WhereIsAsync("anna.greco"));
            if (cut is null)
                break;
        }
    }

    [StoreFact]
    public async Task Leads_of_who_was_forgotten_pass_on()
    {
        LeadId lead;
        await using (var before = await OpenAsync(people => people.Replace("weight: 2", "weight: 1000", StringComparison.Ordinal)))
        {
            lead = await before.QualifiedAsync("ada@one.example");
            Assert.Equal([IdOf(before, Anna)], (await before.TurnAsync(lead, new TakeTurn())).Offer!.To.AsEnumerable());
            await before.TurnAsync(lead, new AcceptOffer(IdOf(before, Anna), 1));
        }

        await using var company = await OpenAsync(Without(Anna));
        await ForgetAsync(company, Anna);
        var after = await company.TurnAsync(lead, new TakeTurn());

        Assert.True(after.Owner.Who is { } who && company.Get<CompanyInForce>().Staff.Find(who) is not null);
        Assert.Contains((await company.Get<LeadLedger>().FindAsync(lead.Value, default))!.Events,
            one => one.Says.Contains("former colleague 1", StringComparison.Ordinal));
    }

    [StoreFact]
    public async Task Who_comes_back_is_somebody_new()
    {
        PersonId anna;
        await using (var before = await OpenAsync())
            anna = IdOf(before, Anna);
        await using (var without = await OpenAsync(Without(Anna)))
            await ForgetAsync(without, Anna);

        await using var company = await OpenAsync();

        Assert.NotEqual(anna, IdOf(company, Anna));
        Assert.Equal(1, company.Get<CompanyInForce>().Directory[anna].Former);
        var session = new SessionGrant(anna, Clock.GetCurrentInstant());
        Assert.Null(await company.Get<Sessions>().JudgeAsync(session, default));
    }

    private Task<CompanyOnStore> OpenAsync(Func<string, string>? people = null)
    {
        if (Clock.GetCurrentInstant() < CompanyOnStore.MondayAtTen)
            Clock.Reset(CompanyOnStore.MondayAtTen);
        return CompanyOnStore.OpenAsync(Store, Clock, people, static _ => PeopleDirectory.NewId());
    }

    /// <summary>The files after reps have left them.</summary>
    private static Func<string, string> Without(params string[] reps) => people => string.Join(
        '\n', people.Split('\n').Where(line => !reps.Any(rep => line.Contains($"email: {rep}", StringComparison.Ordinal))));

    private static PersonId IdOf(CompanyOnStore company, string address) =>
        company.Get<CompanyInForce>().Staff.FindByAddress(address)!.Id;

    private static PersonId Left(CompanyOnStore company, string address) =>
        company.Get<CompanyInForce>().Directory.Single(one => one.Value.Address == address).Key;

    private static Task<ForgetAnswer> ForgetAsync(CompanyOnStore company, string person) =>
        company.Get<PersonForgetting>().ForgetAsync(person, default);

    private static async Task<string> OpenedAsync(CompanyOnStore company, MailCopy copy)
    {
        var packed = (await company.Get<LeadVault>().OpenCopyAsync(copy.Id, copy.LeadIds, copy.Sealed, default))!;
        using var reader = new StreamReader(new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress));
        return await reader.ReadToEndAsync();
    }
}
