import { dayHere, sayDay } from '../../model/days.ts';
import { advise } from '../../model/renewal/advice.ts';
import { calendarFor } from '../../model/renewal/calendar.ts';
import { formatDollars } from '../../model/renewal/money.ts';
import { planFragment, readAddress } from '../../model/renewal/plan-address.ts';
import { fields, readPlan, type Errors, type Field, type Reading, type Typed } from '../../model/renewal/plan-form.ts';
import { planWallet, type Charge, type Wallet } from '../../model/renewal/plan.ts';
import { lastSafeDay } from '../../model/renewal/rules.ts';

/** The planner: reads the form or the address, shows the plan, and keeps it in the fragment. Nothing of it is sent. */
const form = document.querySelector<HTMLFormElement>('#plan-form');
const result = document.querySelector<HTMLElement>('#plan-result');
const shownRows = 24;

// An engine without this (Chrome below 86) cannot show a plan: there the page goes on saying that the planner needs script.
if (form && result && 'replaceChildren' in result) {
  form.hidden = false;
  const type = form.querySelector<HTMLButtonElement>('#plan-type')!;
  type.hidden = input('day').type === 'text';
  type.addEventListener('click', () => {
    takeText();
    input('day').focus();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const typed: Typed = Object.fromEntries(fields.map((field) => [field, input(field).value]));
    answer(readPlan(typed), {});
    const first = result.hidden ? fields.find((field) => document.getElementById(`wrong-${field}`)?.textContent) : undefined;
    if (first) {
      input(first).closest('details')?.setAttribute('open', '');
      input(first).focus();
    } else {
      // What is taller than the screen would be shown from its middle.
      result.focus({ preventScroll: true });
      result.scrollIntoView();
    }
  });
  addEventListener('hashchange', arrive);
  arrive();
}

/** Shows the plan of the address, where it has one. */
function arrive(): void {
  const { typed, errors } = readAddress(location.hash);
  if (Object.keys({ ...typed, ...errors }).length === 0) return;
  for (const field of fields) fill(field, typed[field] ?? (field === 'kind' ? 'due' : ''));
  answer(readPlan(typed), errors);
}

function input(field: Field): HTMLInputElement {
  return form!.elements.namedItem(field) as HTMLInputElement;
}

function fill(field: Field, value: string): void {
  input(field).value = value;
  // A date field takes no day that the calendar does not have; the reader shall see what was wrong.
  if (field === 'day' && input(field).value !== value) {
    takeText();
    input(field).value = value;
  }
}

/** Turns the date field into one for text, as it is where the browser has none. */
function takeText(): void {
  const { value } = input('day');
  input('day').type = 'text';
  input('day').value = value;
  document.getElementById('plan-type')!.hidden = true;
}

function answer({ wallet, tax, errors }: Reading, damaged: Errors): void {
  for (const field of fields) {
    const wrong = document.getElementById(`wrong-${field}`);
    if (!wrong) continue;
    wrong.textContent = wrong.dataset[damaged[field] ?? errors[field] ?? ''] ?? '';
    input(field).setAttribute('aria-invalid', String(wrong.textContent !== ''));
  }
  const fine = wallet !== undefined && Object.keys(damaged).length === 0;
  result!.hidden = !fine;
  if (!fine) return;
  show(wallet, tax);
  history.replaceState(null, '', planFragment(wallet, tax));
}

function show(wallet: Wallet, tax: number | undefined): void {
  const plan = planWallet(wallet);
  const { next, urgent, far, ...said } = advise(plan, wallet, tax, dayHere(new Date()));
  // Where the charge day is over, what would have come of it is not a plan.
  const ahead = next === undefined;
  const stops = ahead ? plan.stops : wallet.due;
  const total = plan.charges.length;
  const words = {
    ...said,
    topUpBy: plan.topUpBy,
    lastCharge: plan.charges[total - 1]?.day ?? '一次也不够',
    stops: plan.stops,
    lastSafe: plan.lastSafe,
    due: wallet.due,
    basis: `以上按扣款日 ${sayDay(wallet.due)}、余额 ${formatDollars(wallet.cents)} 来算。`,
  };
  for (const [name, text] of Object.entries(words)) result!.querySelector(`[data-out=${name}]`)!.textContent = text ?? '';
  const parts = {
    urgent,
    late: !ahead,
    stops: ahead && stops,
    never: !stops,
    far,
    cost: said.paid,
    charges: ahead && total,
    more: ahead && total > shownRows,
    limits: stops,
    reminder: ahead,
    old: history.state === 'old',
  };
  for (const [name, shown] of Object.entries(parts)) result!.querySelector<HTMLElement>(`[data-if=${name}]`)!.hidden = !shown;
  document.querySelector('#schedule tbody')!.replaceChildren(...plan.charges.slice(0, shownRows).map(row));
  for (const item of result!.querySelectorAll<HTMLElement>('[data-days]'))
    item.querySelector('time')!.textContent = stops ? lastSafeDay(stops, Number(item.dataset['days'])) : '';
  document.querySelector<HTMLAnchorElement>('#plan-next')!.href = planFragment({ ...wallet, due: next ?? wallet.due }, tax);
  const calendar = document.querySelector<HTMLAnchorElement>('#plan-calendar')!;
  calendar.href = calendar.href.replace(/[^/]*$/u, `${calendarFor(wallet.due)}.ics`);
}

function row({ day, before, after }: Charge, index: number): HTMLTableRowElement {
  const made = document.createElement('tr');
  for (const cell of [index + 1, day, formatDollars(before), formatDollars(after)]) made.insertCell().append(String(cell));
  return made;
}
