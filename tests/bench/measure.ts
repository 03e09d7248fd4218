import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a run of a Node script took, and what it printed. */
export interface Run {
  seconds: number;
  /** Seconds of processor time, of the process and of all that it started. */
  cpu: number;
  /** The most memory it held at a time, in megabytes (10^6 bytes). */
  peak: number;
  output: string;
}

/** Runs a script in a folder and measures it from outside; throws with its output where it fails. */
export async function run(folder: string, script: string, args: readonly string[], env: Record<string, string> = {}): Promise<Run> {
  const notes = mkdtempSync(join(tmpdir(), 'bench-'));
  const note = join(notes, 'peak');
  const preload = `data:text/javascript,${encodeURIComponent(
    `import{writeFileSync}from'node:fs';process.on('exit',()=>writeFileSync(${JSON.stringify(note)},String(process.resourceUsage().maxRSS)))`,
  )}`;
  const start = performance.now();
  // The shell's own `times` counts the processes that the script started, too; Node counts only itself.
  const child = spawn('/bin/sh', ['-c', '"$0" "$@"; code=$?; times; exit $code', process.execPath, '--import', preload, script, ...args], {
    cwd: folder,
    env: { ...process.env, NO_COLOR: '1', ...env },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => (output += bytes.toString()));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  const seconds = (performance.now() - start) / 1000;
  if (code !== 0) throw new Error(`${script} ended with ${code}:\n${output.slice(-3000)}`);
  const peak = (Number(readFileSync(note, 'utf8')) * 1024) / 1e6;
  rmSync(notes, { recursive: true });
  const [user, system] = [...output.slice(output.trimEnd().lastIndexOf('\n')).matchAll(/(\d+)m([\d.]+)s/gu)].map(
    ([, minutes, rest]) => Number(minutes) * 60 + Number(rest),
  );
  return { seconds, cpu: user! + system!, peak, output };
}

/** Rows as a Markdown table, with the keys of the first as its head. */
export function tableOf(rows: readonly Record<string, string | number>[]): string {
  const keys = Object.keys(rows[0] ?? {});
  return [keys, keys.map(() => '---'), ...rows.map((row) => keys.map((key) => row[key] ?? ''))]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

export const round = (value: number, digits = 1) => Number(value.toFixed(digits));
