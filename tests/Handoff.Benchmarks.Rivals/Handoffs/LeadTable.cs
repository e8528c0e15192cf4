using System.Data.Common;
using System.Globalization;

namespace Handoff.Benchmarks.Rivals.Handoffs;

/// <summary>The leads of a rival in a relational database, as a team would write it beside a job scheduler.</summary>
internal sealed class LeadTable(Func<CancellationToken, Task<DbConnection>> open, string serial)
{
    public Task CreateAsync(CancellationToken cancellation) => RunAsync($"""
        CREATE TABLE leads (id TEXT PRIMARY KEY, email TEXT NOT NULL, name TEXT NOT NULL, company TEXT NOT NULL, message TEXT NOT NULL,
        score INTEGER NOT NULL,
            status TEXT NOT NULL, owner TEXT, accepted_at TEXT, rung_job TEXT);
        CREATE UNIQUE INDEX leads_by_email ON leads (email);
        CREATE TABLE reps (id TEXT PRIMARY KEY, turns INTEGER NOT NULL);
        INSERT INTO reps VALUES ('anna', 0), ('bruno', 0), ('carla', 0);
        CREATE TABLE offers (token TEXT PRIMARY KEY, lead TEXT NOT NULL, rep TEXT NOT NULL);
        CREATE TABLE mails (no {serial}, lead TEXT NOT NULL, kind TEXT NOT NULL, token TEXT, html TEXT NOT NULL, text TEXT NOT NULL);
        CREATE TABLE events (no {serial}, lead TEXT NOT NULL, at TEXT NOT NULL, type TEXT NOT NULL);
        """, cancellation);

    /// <summary>A new lead; false: this address is known.</summary>
    public async Task<bool> InsertAsync(string id, PostedLead lead, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var work = await BeginAsync(cancellation);
        var inserted = await work.RunAsync("""
            INSERT INTO leads (id, email, name, company, message, score, status) VALUES (@a, @b, @c, @d, @e, @f, 'qualified')
            ON CONFLICT (email) DO NOTHING
            """, cancellation, id, lead.Email, lead.Name, lead.Company, lead.Message, lead.Score);
        if (inserted == 1)
            await work.EventAsync(id, "qualified", now, cancellation);
        await work.CommitAsync(cancellation);
        return inserted == 1;
    }

    /// <summary>Offers a lead to whose turn it is and writes the e-mail; null: it is offered already.</summary>
    public async Task<string?> OfferAsync(string id, string token, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var work = await BeginAsync(cancellation);
        if (await work.FirstAsync(
            "SELECT name, company, message FROM leads WHERE id = @a AND status = 'qualified'", cancellation, id) is not [var name,
            var company, var message])
            return null;
        var rep = (
            await work.FirstAsync(
            "UPDATE reps SET turns = turns + 1 WHERE id = (SELECT id FROM reps ORDER BY turns, id LIMIT 1) RETURNING id",
            cancellation))![0];
        await work.RunAsync("UPDATE leads SET status = 'offered', owner = @b WHERE id = @a", cancellation, id, rep);
        await work.RunAsync("INSERT INTO offers (token, lead, rep) VALUES (@a, @b, @c)", cancellation, token, id, rep);
        var (html, text) = LeadMail.Offer(rep, name, company, message, token);
        await work.MailAsync(id, "offer", token, html, text, cancellation);
        await work.EventAsync(id, "offered", now, cancellation);
        await work.CommitAsync(cancellation);
        return rep;
    }

    /// <summary>Accepts for whom the token was made; null: too late.</summary>
    public async Task<(string Lead, string? Job)?> AcceptAsync(string token, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var work = await BeginAsync(cancellation);
        var at = now.ToString("O", CultureInfo.InvariantCulture);
        if (await work.FirstAsync("""
            UPDATE leads SET status = 'accepted', accepted_at = @b
            WHERE id = (SELECT lead FROM offers WHERE token = @a) AND status = 'offered'
            RETURNING id, rung_job
            """, cancellation, token, at) is not [var lead, var job])
            return null;
        await work.EventAsync(lead, "accepted", now, cancellation);
        await work.CommitAsync(cancellation);
        return (lead, job.Length == 0 ? null : job);
    }

    public async Task ConfirmAsync(string id, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var work = await BeginAsync(cancellation);
        if (await work.FirstAsync(
            "SELECT name, company, owner FROM leads WHERE id = @a", cancellation, id) is [var name, var company, var owner])
        {
            var (html, text) = LeadMail.Confirmation(owner, name, company);
            await work.MailAsync(id, "accepted", null, html, text, cancellation);
            await work.EventAsync(id, "confirmed", now, cancellation);
        }

        await work.CommitAsync(cancellation);
    }

    public Task SetJobAsync(string id, string job, CancellationToken cancellation) =>
        RunAsync("UPDATE leads SET rung_job = @b WHERE id = @a", cancellation, id, job);

    public async Task RungAsync(string id, string clock, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var work = await BeginAsync(cancellation);
        await work.EventAsync(id, $"rung:{clock}", now, cancellation);
        await work.CommitAsync(cancellation);
    }

    /// <summary>Offers mailed after one, in the order of their numbers.</summary>
    public async Task<List<(long Number, string Lead, string Token)>> OffersAfterAsync(long number, CancellationToken cancellation)
    {
        await using var work = await BeginAsync(cancellation);
        List<(long, string, string)> offers = [];
        await foreach (var row in work.AllAsync(
            "SELECT no, lead, token FROM mails WHERE no > @a AND kind = 'offer' ORDER BY no LIMIT 5000", cancellation, number))
            offers.Add((long.Parse(row[0], CultureInfo.InvariantCulture), row[1], row[2]));
        return offers;
    }

    private async Task<LeadWork> BeginAsync(CancellationToken cancellation)
    {
        var connection = await open(cancellation);
        return new(connection, await connection.BeginTransactionAsync(cancellation));
    }

    private async Task RunAsync(string sql, CancellationToken cancellation, params object?[] values)
    {
        await using var work = await BeginAsync(cancellation);
        await work.RunAsync(sql, cancellation, values);
        await work.CommitAsync(cancellation);
    }
}
