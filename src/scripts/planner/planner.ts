import { dayHere, sayDay } from '../../model/days.ts';
import { advise } from '../../model/renewal/advice.ts';
import { calendarFor } from '../../model/renewal/charge-days.ts';
import { planFragment, readAddress } from '../../model/renewal/plan-address.ts';
import { fields, readPlan, type Errors, type Field, type Typed } from '../../model/renewal/plan-form.ts';
import { planWallet, shownCharges, type Charge, type Wallet } from '../../model/renewal/plan.ts';
import { formatDollars, lastSafeDay } from '../../model/renewal/rules.ts';

/** Reads the form or the address, shows the plan, and keeps it in the fragment, so that nothing leaves the device. */
const form = document.querySelector<HTMLFormElement>('#plan-form')!;
const result = document.querySelector<HTMLElement>('#plan-result')!;
const typeButton = document.querySelector<HTMLButtonElement>('#plan-type')!;

// An engine without this (Chrome below 86) cannot show a plan: there the page keeps saying that the planner needs a script.
if ('replaceChildren' in result) {
  form.hidden = false;
  // Below the floor, no style hides the note for readers without script.
  document.querySelector<HTMLElement>('.unscripted')!.hidden = true;
  typeButton.hidden = input('day').type === 'text';
  typeButton.addEventListener('click', () => {
    takeText(input('day').value);
    input('day').focus();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    answer(Object.fromEntries(fields.map((field) => [field, input(field).value])), {});
    const wrong = form.querySelector<HTMLElement>('[aria-invalid=true]');
    if (wrong) {
      wrong.closest('details')?.setAttribute('open', '');
      wrong.focus();
    } else {
      // The focus alone would show a result taller than the screen from its middle.
      result.focus({ preventScroll: true });
      result.scrollIntoView();
    }
  });
  addEventListener('hashchange', arrive);
  arrive();
}

/** Shows the plan in the address, if there is one. */
function arrive(): void {
  const { typed, errors } = readAddress(location.hash);
  if (Object.keys({ ...typed, ...errors }).length === 0) return;
  for (const field of fields) {
    const value = typed[field] ?? (field === 'kind' ? 'due' : '');
    input(field).value = value;
    // A date field drops a day that the calendar does not have, and the reader could not see what was wrong.
    if (field === 'day' && input(field).value !== value) takeText(value);
  }
  answer(typed, errors);
}

function input(field: Field): HTMLInputElement {
  return form.elements.namedItem(field) as HTMLInputElement;
}

/** Turns the date field into a text field, which it already is in a browser without date fields. */
function takeText(value: string): void {
  Object.assign(input('day'), { type: 'text', value });
  typeButton.hidden = true;
}

/** Shows the plan of what was typed, or beside each field what is wrong with it, in the form or in the address. */
function answer(typed: Typed, damaged: Errors): void {
  const { wallet, tax, errors } = readPlan(typed);
  const faults = { ...errors, ...damaged };
  for (const field of fields) {
    const wrong = document.getElementById(`wrong-${field}`);
    if (!wrong) continue;
    wrong.textContent = wrong.dataset[faults[field] ?? ''] ?? '';
    input(field).setAttribute('aria-invalid', String(wrong.textContent !== ''));
  }
  result.hidden = Object.keys(faults).length > 0;
  if (result.hidden || !wallet) return;
  show(wallet, tax);
  history.replaceState(null, '', planFragment(wallet, tax));
}

function show(wallet: Wallet, tax: number | undefined): void {
  const plan = planWallet(wallet);
  const today = dayHere(new Date());
  const advice = advise(plan, wallet, tax, today);
  // Once the charge day has passed, its outcome is unknown, so there is no plan to show.
  const isAhead = !advice.next;
  const stops = isAhead ? plan.stops : wallet.due;
  const total = plan.charges.length;
  const values: Record<string, unknown> = {
    ...advice,
    topUpBy: plan.topUpBy && plan.topUpBy < today ? '今天，越早越好' : plan.topUpBy,
    lastCharge: plan.charges[total - 1]?.day ?? '一次也不够',
    stops: isAhead ? plan.stops : undefined,
    lastSafe: plan.lastSafe,
    due: ` ${wallet.due}`,
    basis: `以上按扣款日 ${sayDay(wallet.due)}、余额 ${formatDollars(wallet.cents)} 来算。`,
    late: !isAhead,
    never: !stops,
    charges: isAhead && total,
    more: isAhead && total > shownCharges,
    limits: stops,
    reminder: isAhead,
    old: history.state === 'old',
  };
  for (const part of result.querySelectorAll<HTMLElement>('[data-out]')) part.textContent = String(values[part.dataset['out']!] ?? '');
  for (const part of result.querySelectorAll<HTMLElement>('[data-if]')) part.hidden = !values[part.dataset['if']!];
  for (const limit of result.querySelectorAll<HTMLElement>('[data-days]'))
    limit.querySelector('b')!.textContent = stops ? lastSafeDay(stops, Number(limit.dataset['days'])) : '';
  document.querySelector('#schedule tbody')!.replaceChildren(...plan.charges.slice(0, shownCharges).map(row));
  document.querySelector<HTMLAnchorElement>('#plan-next')!.href = planFragment({ ...wallet, due: advice.next ?? wallet.due }, tax);
  const calendar = document.querySelector<HTMLAnchorElement>('#plan-calendar')!;
  calendar.href = calendar.href.replace(/[^/]*$/u, `${calendarFor(wallet.due)}.ics`);
}

function row({ day, before, after }: Charge, index: number): HTMLTableRowElement {
  const made = document.createElement('tr');
  for (const cell of [index + 1, day, formatDollars(before), formatDollars(after)]) made.insertCell().append(String(cell));
  return made;
}
