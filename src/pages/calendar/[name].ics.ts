import type { APIRoute, GetStaticPaths } from 'astro';
import ical, { ICalAlarmType, ICalEventRepeatingFreq, ICalEventTransparency } from 'ical-generator';
import { address } from '../../components/href.ts';
import { allCalendars, daysAhead, edition, remindAt, type CalendarFile } from '../../model/renewal/charge-days.ts';
import { addDays } from '../../model/days.ts';
import { price, rules } from '../../model/renewal/rules.ts';

export const getStaticPaths = (() => allCalendars().map((file) => ({ params: { name: file.name }, props: file }))) satisfies GetStaticPaths;

/**
 * Two recurring events (RFC 5545), on the charge day and some days ahead of it, each with an alarm at its beginning, the
 * same bytes every time. They last minutes, not the whole day: Outlook treats an alarm after the beginning of an event as one
 * before it, and Google Calendar reminds of timed events by default.
 */
export const GET: APIRoute<CalendarFile> = ({ props: { name, first } }) => {
  const calendar = ical({ name: 'Ultra 紫卡扣款日', prodId: { company: 'ultra-renewal-guide', product: 'calendar', language: 'ZH' } });
  const events = [
    { id: 'ahead', day: addDays(first, -daysAhead), summary: `${daysAhead} 天后是紫卡扣款日：查余额，不到 ${price} 就充` },
    { id: 'charge', day: first, summary: `紫卡扣款日：钱包里要有 ${price}` },
  ];
  for (const { id, day, summary } of events)
    calendar.createEvent({
      id: `${id}.${name}.ultra-renewal-guide`,
      sequence: edition.sequence,
      stamp: new Date(edition.day),
      start: at(day, 0),
      end: at(day, 15),
      floating: true,
      summary,
      description: [
        '这个提醒只记日子，不知道钱包里还有多少：登录账户查，或发短信 BAL 到 6700（在美国以外漫游发要花钱）。',
        `停过机、又恢复的，扣款日会变：登录账户看新的到期日，删掉这个提醒，到 ${address('/calendar/')} 按新的日子再加。`,
        `充值步骤：${address('/steps/')}`,
      ].join('\n'),
      url: address('/steps/#complete-payment'),
      transparency: ICalEventTransparency.TRANSPARENT,
      repeating: { freq: ICalEventRepeatingFreq.DAILY, interval: rules.cycle.days },
      alarms: [{ type: ICalAlarmType.display, triggerBefore: 0, description: summary }],
    });
  return new Response(calendar.toString().trimEnd() + '\r\n', { headers: { 'Content-Type': 'text/calendar; charset=utf-8' } });
};

function at(day: string, minute: number): Date {
  return new Date(Date.parse(day) + (remindAt * 60 + minute) * 60_000);
}
