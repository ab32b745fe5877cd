import ical from 'ical-generator'

/** One event of a calendar: its `id` stays the same, so that a second import replaces the first. */
export type CalendarEvent = { id: string; at: Date; title: string; url: string }

const LEAD_MINUTES = 30

/** An iCalendar file (RFC 5545) with one event that ends at `at` and begins half an hour before; hours are in UTC, which every calendar reads alike. */
export const writeCalendar = ({ id, at, title, url }: CalendarEvent, { now, language }: { now: Date; language: string }): string => {
  const calendar = ical({ prodId: { company: 'Mutuo', product: 'Mutuo', language: language.toUpperCase() } })
  const start = new Date(at.getTime() - LEAD_MINUTES * 60_000)
  calendar.createEvent({ id, stamp: now, start, end: at, summary: title, url, description: url })
  return calendar.toString()
}
