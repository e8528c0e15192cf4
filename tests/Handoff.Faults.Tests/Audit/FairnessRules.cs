using Handoff.Agreements;
using Handoff.Calendars;
using Handoff.Faults.Tests.World;
using Handoff.Leads;
using Handoff.People;
using Handoff.Tests.Leads;
using NodaTime;

namespace Handoff.Faults.Tests.Audit;

/// <summary>
/// Section 5 and 6: nobody is charged for time before the mail could tell them, and nobody who comes on shift later is asked while a
/// manager
/// is at work before. Read off the events and the wall clock; the product's own book of who held the lead is not asked.
/// </summary>
internal sealed class FairnessRules(SimulatedWorld world)
{
    private readonly ToldBook _book = new();

    public void Check(Lead before, LeadEvent happened)
    {
        _book.Note(happened);
        if (happened is ClockBreached breach)
            Breached(breach);
        else if (happened is Offered { By: null, Choice: not null } e)
            Asked(before, e);
    }

    private void Breached(ClockBreached breach)
    {
        foreach (var charge in breach.Charges)
        {
            if (charge.Who is { } who && charge.Ran > _book.Told(who, breach.Due))
                world.Break($"Section 5: nobody is charged before the mail could reach them, and {who}, told for "
                    + $"{_book.Told(who, breach.Due)} of {breach.Clock}, is charged with {charge.Ran}.");
        }
    }

    private void Asked(Lead before, Offered e)
    {
        // Files that change, and absences that are told, take a while until every host knows of them.
        if (world.Now - world.LastTrouble < Auditor.Bound || world.Company.Folder.Staff.Team(before.Known.Team) is not { } team)
            return;
        // Absences only make it later.
        var first = e.To.Min(rep => FirstOpening(rep) ?? Instant.MinValue);
        if (first <= e.At)
            return;
        var isElapsed = before.Unmet(ClockName.Accept)?.Mode == ClockMode.Elapsed;
        foreach (var manager in new[] { team.Manager, team.Deputy ?? team.Manager })
        {
            if (FirstOpening(manager) is { } opens && opens < first && (!isElapsed || opens <= e.At)
                && !world.Auditor.HasEverBeenAway(manager))
                world.Break($"Section 6: with nobody on shift a lead waits with the manager, and at {e.At} {e.To[0]}, who opens at "
                    + $"{first}, was offered it though {manager} opens at {opens}.");
        }

        Instant? FirstOpening(PersonId who) =>
            world.Company.Folder.Staff.Find(who) is { } person ? WallClocks.Of(person.Calendar.Name).NextOpening(e.At) : null;
    }
}
