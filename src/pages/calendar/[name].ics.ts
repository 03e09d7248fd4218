import type { APIRoute, GetStaticPaths } from 'astro';
import ical, { ICalEventRepeatingFreq, ICalEventTransparency } from 'ical-generator';
import { allCalendars, daysAhead, type CalendarFile } from '../../model/renewal/calendar.ts';
import { addDays, toInstant } from '../../model/days.ts';
import { addressOn } from '../../model/links/href.ts';
import { formatDollars } from '../../model/renewal/money.ts';
import { rules } from '../../model/renewal/rules.ts';

export const getStaticPaths = (() =>
  allCalendars().map((file) => ({
    params: { name: file.name },
    props: { file },
  }))) satisfies GetStaticPaths;

/** A recurring all-day event on the charge day, and one of its own some days ahead (RFC 5545); the same bytes every time. */
export const GET: APIRoute<{ file: CalendarFile }> = ({ props: { file }, site }) => {
  const url = addressOn(site, import.meta.env.BASE_URL)('/steps/#complete-payment');
  const price = formatDollars(rules.charge.cents);
  const calendar = ical({ name: 'Ultra 紫卡扣款日', prodId: { company: 'ultra-renewal-guide', product: 'calendar', language: 'ZH' } });
  const events = [
    { id: 'ahead', day: addDays(file.first, -daysAhead), summary: `${daysAhead} 天后紫卡扣 ${price}：查余额，不够就充` },
    { id: 'charge', day: file.first, summary: `紫卡今天扣 ${price}` },
  ];
  for (const { id, day, summary } of events)
    calendar.createEvent({
      id: `${id}.${file.name}.ultra-renewal-guide`,
      stamp: new Date(toInstant('2026-11-24')),
      start: new Date(toInstant(day)),
      end: new Date(toInstant(addDays(day, 1))),
      allDay: true,
      timezone: 'UTC',
      summary,
      description: `扣款日那天，PayGo 钱包里至少要有 ${price}。发短信 BAL 到 6700 查余额。\n${url}`,
      url,
      transparency: ICalEventTransparency.TRANSPARENT,
      repeating: { freq: ICalEventRepeatingFreq.DAILY, interval: file.period },
    });
  return new Response(calendar.toString().trimEnd() + '\r\n', { headers: { 'Content-Type': 'text/calendar; charset=utf-8' } });
};
