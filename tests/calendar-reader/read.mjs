// Reads a calendar from the standard input as Thunderbird does, and prints its method and its events as JSON.
import ICAL from 'ical.js';
import { readFileSync } from 'node:fs';

const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, 'utf8')));
const event = (component) => {
  const { uid, sequence, summary, description, organizer, startDate, endDate, attendees } = new ICAL.Event(component, { strictExceptions: true });
  return {
    uid, sequence, summary, description, organizer,
    status: component.getFirstPropertyValue('status'),
    start: startDate.toJSDate().toISOString(), end: endDate.toJSDate().toISOString(),
    attendees: attendees.map((one) => ({ address: one.getFirstValue(), name: one.getParameter('cn'), rsvp: one.getParameter('rsvp') })),
  };
};
console.log(JSON.stringify({
  version: calendar.getFirstPropertyValue('version'),
  method: calendar.getFirstPropertyValue('method'),
  events: calendar.getAllSubcomponents('vevent').map(event),
}));
