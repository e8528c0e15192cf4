using System.Collections.Immutable;
using Handoff.Leads;

namespace Handoff.Privacy;

/// <summary>What of a lead tells whose it is.</summary>
/// <param name="Addresses">The addresses that it gives, as they are compared; a correction adds one.</param>
/// <param name="Phone">The phone, as it is compared, or null.</param>
/// <param name="Linked">Leads that the product took for the same person's: the earlier one, the one that it joined or follows.</param>
public sealed record LeadTrace(LeadId Id, ImmutableArray<string> Addresses, string? Phone, ImmutableArray<LeadId> Linked);

/// <summary>A person's leads.</summary>
/// <param name="Leads">Theirs, in the order in which they were given.</param>
/// <param name="Others">Leads with the same phone that may be somebody else's, such as a colleague at one switchboard.</param>
public sealed record PersonChain(ImmutableArray<LeadId> Leads, ImmutableArray<LeadId> Others)
{
    /// <summary>
    /// Finds a person's leads: those of one address, and what hangs on them by a correction, a duplicate, an earlier lead. An address
    /// decides; a lead without one belongs to whoever alone uses its phone.
    /// </summary>
    public static PersonChain Of(PersonSeed seed, IReadOnlyList<LeadTrace> traces)
    {
        var found = new Search(traces);
        if (seed.Address is { } address)
            found.Addresses.Add(address);
        if (seed.Lead is { } lead)
            found.Leads.Add(lead);
        if (seed.Phone is { } phone)
            found.Begin(phone);
        found.Run();
        return new(
            [.. traces.Select(trace => trace.Id).Where(found.Leads.Contains)],
            [.. traces.Where(trace => !found.Leads.Contains(trace.Id) && trace.Phone is { } same && found.Phones.Contains(same))
                .Select(trace => trace.Id)]);
    }

    private sealed class Search(IReadOnlyList<LeadTrace> traces)
    {
        private readonly ILookup<string, LeadTrace> _byPhone = traces.Where(trace => trace.Phone is not null)
            .ToLookup(trace => trace.Phone!, StringComparer.Ordinal);

        public HashSet<string> Addresses { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Phones { get; } = new(StringComparer.Ordinal);

        public HashSet<LeadId> Leads { get; } = [];

        /// <summary>Whoever asks by a phone: the leads that give nothing else, and the one address that uses it.</summary>
        public void Begin(string phone)
        {
            Phones.Add(phone);
            foreach (var trace in _byPhone[phone].Where(trace => trace.Addresses.IsEmpty))
                Leads.Add(trace.Id);
            var addresses = _byPhone[phone].SelectMany(trace => trace.Addresses.Take(1)).Distinct(StringComparer.Ordinal).ToList();
            if (addresses is [var only])
                Addresses.Add(only);
        }

        public void Run()
        {
            int before;
            do
            {
                before = Leads.Count + Addresses.Count + Phones.Count;
                foreach (var trace in traces.Where(IsTheirs))
                    Take(trace);
            }
            while (before < Leads.Count + Addresses.Count + Phones.Count);
        }

        private bool IsTheirs(LeadTrace trace) => Leads.Contains(trace.Id) || trace.Addresses.Any(Addresses.Contains)
            || trace.Linked.Any(Leads.Contains)
            || (trace is { Addresses.IsEmpty: true, Phone: { } phone } && Phones.Contains(phone)
                && _byPhone[phone].All(other => other.Addresses.IsEmpty || other.Addresses.Any(Addresses.Contains)));

        private void Take(LeadTrace trace)
        {
            Leads.Add(trace.Id);
            Leads.UnionWith(trace.Linked);
            Addresses.UnionWith(trace.Addresses);
            if (trace.Phone is { } phone)
                Phones.Add(phone);
        }
    }
}
