using Handoff.Service.Auditing;
using Handoff.Service.Leads;
using Handoff.Service.People;

namespace Handoff.Local.Verbs;

/// <summary><c>handoff erase</c>, <c>handoff forget</c> and <c>handoff rebuild</c>: work on a data folder that nothing serves.</summary>
internal static class StoreVerbs
{
    /// <summary>Erases a lead's personal data.</summary>
    public static Task<int> EraseAsync(string data, string agreement, string id, CancellationToken cancellation) =>
        OnStoreAsync(data, agreement, async services =>
        {
            var isErased = await services.GetRequiredService<LeadErasure>().EraseAsync(id, cancellation);
            await KeepAsync(services, Acts.EraseLead, id, isErased ? AuditLog.Done : AuditLog.NotThere);
            if (!isErased)
                return Tell.Refusal($"There is no lead {id} in {data}.");
            Console.WriteLine($"Lead {id} is erased: its personal data is destroyed, the figures stay.");
            return 0;
        }, cancellation);

    /// <summary>Forgets an employee who has left the files.</summary>
    public static Task<int> ForgetAsync(string data, string agreement, string person, CancellationToken cancellation) =>
        OnStoreAsync(data, agreement, async services =>
        {
            switch (await services.GetRequiredService<PersonForgetting>().ForgetAsync(person, cancellation))
            {
                case ForgetAnswer.Forgotten forgotten:
                    await KeepAsync(services, Acts.ForgetPerson, AuditLog.Person(forgotten.Person), AuditLog.Done);
                    Console.WriteLine($"{forgotten.Person} is forgotten: former-{forgotten.Former} stands for name and address.");
                    return 0;
                case ForgetAnswer.StillThere there:
                    await KeepAsync(services, Acts.ForgetPerson, AuditLog.Person(there.Person), AuditLog.Refused);
                    return Tell.Refusal(ForgetAnswer.StillThere.Message);
                default:
                    await KeepAsync(services, Acts.ForgetPerson, "", AuditLog.NotThere);
                    return Tell.Refusal($"There is nobody like that in {data}. Give the address, or the id that GET /api/people tells.");
            }
        }, cancellation);

    /// <summary>Writes projections anew from the events.</summary>
    public static Task<int> RebuildAsync(string data, string agreement, CancellationToken cancellation) =>
        OnStoreAsync(data, agreement, async services =>
        {
            var report = await services.GetRequiredService<LedgerRebuild>().RebuildAsync(cancellation);
            await KeepAsync(services, Acts.Rebuild, "", AuditLog.Done);
            Console.WriteLine($"{report.Streams} streams replayed, {report.Mended} heads mended, {report.Rotas} rotas written.");
            return 0;
        }, cancellation);

    /// <summary>Keeps an act of the command line in the audit log.</summary>
    internal static Task KeepAsync(IServiceProvider services, string act, string on, string outcome) =>
        services.GetRequiredService<AuditLog>().KeepAsync(act, AuditLog.CommandLine, on, outcome);

    /// <summary>Does work on a data folder that is there.</summary>
    internal static Task<int> OnStoreAsync(
        string data, string agreement, Func<IServiceProvider, Task<int>> work, CancellationToken cancellation, string inUse = "",
        TextWriter? error = null) =>
        File.Exists(Path.Combine(data, "handoff.db"))
            ? StoreWork.RunAsync(data, agreement, (_, services) => work(services), error ?? Console.Error, inUse, cancellation)
            : Task.FromResult(Tell.Refusal(
                $"There is no data in {data}. Name the folder that `handoff serve --data` uses.", error ?? Console.Error));
}
