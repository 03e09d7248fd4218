import type { Plan } from './plan.ts';

/** A bar of the chart of the wallet: what is there before and after a charge, in the units of the drawing. */
export interface Bar {
  x: number;
  before: number;
  after: number;
  label: string;
}

export const chart = { width: 340, height: 130, floor: 108, top: 12 } as const;

/** Bars for the first charges of a plan, scaled to the highest; the day on which service stops stands last, empty. */
export function drawPlan({ charges, stops, left }: Plan, most = 11): { bars: Bar[]; barWidth: number } {
  const shown = [
    ...charges.slice(0, most).map(({ day, before, after }) => ({ day, before, after })),
    ...(stops && charges.length <= most ? [{ day: stops, before: left, after: left }] : []),
  ];
  const highest = Math.max(300, ...shown.map(({ before }) => before));
  const step = chart.width / shown.length;
  const scale = (cents: number) => ((chart.floor - chart.top) * cents) / highest;
  return {
    barWidth: Math.min(24, step * 0.6),
    bars: shown.map(({ day, before, after }, index) => ({
      x: step * (index + 0.5),
      before: scale(before),
      after: scale(after),
      label: day.slice(5).replace('-', '/'),
    })),
  };
}
