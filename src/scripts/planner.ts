import { calendarFor, reminderCycles } from '../model/renewal/calendar.ts';
import { chart, drawPlan } from '../model/renewal/chart.ts';
import { formatDollars } from '../model/renewal/money.ts';
import { fields, fieldsFromQuery, planQuery, readPlan, type Field, type Typed } from '../model/renewal/plan-form.ts';
import { planWallet, type Plan, type Wallet } from '../model/renewal/plan.ts';
import { lastSafeDay, rules } from '../model/renewal/rules.ts';

/** The planner: reads the form or the address, shows the plan, keeps it in the address. Nothing leaves the device. */
const form = document.querySelector<HTMLFormElement>('#plan-form');
const result = document.querySelector<HTMLElement>('#plan-result');
const shownRows = 24;

if (form && result) {
  const typed = fieldsFromQuery(location.search);
  for (const [field, value] of Object.entries(typed)) input(field as Field).value = value;
  if (Object.keys(typed).length > 0) answer(false);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    answer(true);
  });
}

function input(field: Field): HTMLInputElement | HTMLSelectElement {
  return form!.elements.namedItem(field) as HTMLInputElement;
}

function answer(asked: boolean): void {
  const typed: Typed = Object.fromEntries(fields.map((field) => [field, input(field).value]));
  const { wallet, tax, errors } = readPlan(typed);
  for (const field of fields) {
    const wrong = document.getElementById(`wrong-${field}`)!;
    wrong.textContent = errors[field] ?? '';
    if (errors[field]) input(field).setAttribute('aria-invalid', 'true');
    else input(field).removeAttribute('aria-invalid');
    input(field).setAttribute('aria-describedby', errors[field] ? `hint-${field} wrong-${field}` : `hint-${field}`);
  }
  result!.hidden = !wallet;
  if (!wallet) {
    const first = fields.find((field) => errors[field]);
    if (asked && first) input(first).focus();
    return;
  }
  show(wallet, tax);
  history.replaceState(history.state, '', planQuery(wallet, tax));
  if (!asked) return;
  // What is taller than the screen would be shown from its middle.
  result!.focus({ preventScroll: true });
  result!.scrollIntoView();
}

function show(wallet: Wallet, tax: number | undefined): void {
  const plan = planWallet(wallet);
  const last = plan.charges.at(-1);
  put('topUpBy', plan.topUpBy ? time(plan.topUpBy) : '不会用完');
  put('lastCharge', last && plan.stops ? time(last.day) : plan.stops ? '一次也不够' : '算到 400 次还够');
  put('stops', plan.stops ? time(plan.stops) : '按这样充不会停');
  put('strict', plan.lastSafe ? time(plan.lastSafe) : '不会停');
  put('advice', advise(plan, wallet, tax));
  put('chart', drawChart(plan), caption(plan));
  document.querySelector('#schedule tbody')!.replaceChildren(...rows(plan));
  put(
    'more',
    plan.charges.length > shownRows ? `只列出前 ${shownRows} 次，一共够扣 ${plan.charges.length} 次${plan.stops ? '' : '以上'}。` : '',
  );
  const limits = result!.querySelector<HTMLElement>('[data-out=limits]')!;
  limits.hidden = !plan.stops;
  for (const item of limits.querySelectorAll('li')) {
    const moment = item.querySelector('time')!;
    moment.dateTime = moment.textContent = plan.stops ? lastSafeDay(plan.stops, Number(item.dataset['days'])) : '';
  }
  const base = (form!.dataset['base'] ?? '/').replace(/\/$/u, '');
  result!.querySelector('.calendars')!.replaceChildren(
    ...reminderCycles.map((cycles) => {
      const item = document.createElement('li');
      const link = document.createElement('a');
      link.href = `${base}/calendar/${calendarFor(wallet.due, cycles).name}.ics`;
      link.textContent = cycles === 1 ? '每次扣款都提醒' : `每 ${cycles} 次扣款提醒一次（${cycles * rules.cycle.days} 天）`;
      item.append(link);
      return item;
    }),
  );
  put('share', '这一页的地址已经记下你填的数，可以收藏，也可以发给自己。');
}

function advise(plan: Plan, wallet: Wallet, tax: number | undefined): string {
  const past = wallet.due < today() ? `${wallet.due} 已经过去。先查现在的余额和到期日，按新的再算一次。` : '';
  return past + adviseAhead(plan, wallet, tax);
}

function adviseAhead({ stops, left }: Plan, { due, auto }: Wallet, tax: number | undefined): string {
  const least = rules.topUps.cents.find((cents) => cents + left >= rules.charge.cents)!;
  const paid = tax === undefined ? '税费另计' : `按 ${tax}% 的税，实付约 ${formatDollars(Math.round(least * (1 + tax / 100)))}`;
  if (!stops) return '自动续费能付上，前提是卡没有过期、扣得成。到扣款日前还是查一次余额。';
  const when = stops === due ? '下一次就不够扣' : `${stops} 那天钱包只剩 ${formatDollars(left)}，不够扣`;
  return `${when}。最少再充 ${formatDollars(least)}（${paid}）。别等到最晚那天，提前几天充；停机后的期限也别用满。${auto ? '' : '怕忘，就加下面的日历提醒。'}`;
}

function rows(plan: Plan): HTMLTableRowElement[] {
  return plan.charges.slice(0, shownRows).map(({ day, before, after }, index) => {
    const row = document.createElement('tr');
    for (const cell of [String(index + 1), time(day), formatDollars(before), formatDollars(after)]) row.insertCell().append(cell);
    return row;
  });
}

function caption({ charges, stops }: Plan): HTMLElement {
  const text = document.createElement('figcaption');
  text.textContent = `每根柱子是一次扣款：整根是扣前的余额，实心是扣后剩下的。${stops ? `扣 ${charges.length} 次以后就不够了。` : ''}`;
  return text;
}

function drawChart(plan: Plan): SVGElement {
  const { bars, barWidth } = drawPlan(plan);
  const svg = draw('svg', { viewBox: `0 0 ${chart.width} ${chart.height}`, 'aria-hidden': 'true' });
  for (const [at, { x, before, after, label }] of bars.entries()) {
    const rect = (height: number, name: string) =>
      draw('rect', { class: name, x: x - barWidth / 2, y: chart.floor - height, width: barWidth, height });
    svg.append(rect(before, 'before'), rect(after, 'after'));
    const text = draw('text', { x, y: chart.height - 6, 'text-anchor': 'middle' });
    text.textContent = bars.length > 7 && at % 2 ? '' : label;
    svg.append(text);
  }
  svg.append(draw('line', { class: 'stop', x1: 0, x2: chart.width, y1: chart.floor, y2: chart.floor }));
  return svg;
}

function draw(name: string, attributes: Record<string, string | number>): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

/** The calendar day where the reader is. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

function time(day: string): HTMLTimeElement {
  const element = document.createElement('time');
  element.dateTime = element.textContent = day;
  return element;
}

function put(name: string, ...content: (string | Node)[]): void {
  result!.querySelector(`[data-out="${name}"]`)!.replaceChildren(...content);
}
