import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** The environment without variables that set the address, the port or the day of a build, or a cache that copies of the project would fill. */
export const neutral = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) => !/^(?:SITE_URL|URL|PORT|SOURCE_DATE_EPOCH|NODE_COMPILE_CACHE|NETLIFY|(?:CF_PAGES|VERCEL|GITHUB)_.*)$/u.test(name),
  ),
);

/**
 * The latest date in content/. A build on that day refuses nothing as being in the future, so tests count from it whenever they
 * need a day that does not depend on the clock.
 */
export const latestDay = ['content', 'content/guide']
  .flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((file) => /\.(?:yaml|mdx)$/u.test(file))
      .map((file) => join(root, folder, file)),
  )
  .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/^ *(?:- )?[\w-]+: '?(\d{4}-\d\d-\d\d)'?$/gmu)].map(([, day = '']) => day))
  .reduce((one, other) => (one > other ? one : other));

/** The environment of a build on a calendar day, at noon in UTC. */
export const onDay = (day: string) => ({ SOURCE_DATE_EPOCH: String(Date.parse(`${day}T12:00:00Z`) / 1000) });

/** Flags for Node: the packages of a copy are symlinks, whose real path may contain what Vite cannot read (node.mjs). */
export const keepLinks = ['--preserve-symlinks', '--preserve-symlinks-main'];

/** How a program ended: its exit code (1 where a signal ended it) and all that it printed. */
export interface Outcome {
  code: number;
  output: string;
}

/** A copy of the project that a test may damage. The packages are shared, and so are their caches unless it has `ownCaches`. */
export class Project {
  readonly folder: string;

  constructor({ parent = tmpdir(), name = 'guide-', ownCaches = false } = {}) {
    this.folder = mkdtempSync(join(parent, name));
    for (const name of ['content', 'src', '.github/tools', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json', '.autocorrectrc'])
      cpSync(join(root, name), join(this.folder, name), { recursive: true });
    const packages = join(this.folder, 'node_modules');
    if (!ownCaches) {
      symlinkSync(join(root, 'node_modules'), packages);
      return;
    }
    mkdirSync(packages);
    for (const each of readdirSync(join(root, 'node_modules')).filter((file) => !/^\.(?:astro|cache|vite)/u.test(file)))
      symlinkSync(join(root, 'node_modules', each), join(packages, each));
  }

  read(file: string): string {
    return readFileSync(join(this.folder, file), 'utf8');
  }

  write(file: string, text: string | Uint8Array): void {
    writeFileSync(join(this.folder, file), text);
  }

  delete(file: string): void {
    rmSync(join(this.folder, file));
  }

  /** Builds; resolves with the exit code and all that was printed. */
  build(env: Record<string, string> = {}): Promise<Outcome> {
    return this.run('src/commands/build.ts', [], env);
  }

  /** Runs a script of the project in its folder. */
  run(script: string, args: readonly string[], env: Record<string, string> = {}): Promise<Outcome> {
    return this.start(process.execPath, [...keepLinks, join(this.folder, script), ...args], env).ended;
  }

  /** Starts a program in the project's folder, to be waited for or killed. */
  start(program: string, args: readonly string[], env: Record<string, string> = {}): { kill: () => void; ended: Promise<Outcome> } {
    let kill = () => {};
    const ended = new Promise<Outcome>((resolve) => {
      const child = execFile(
        program,
        args,
        { cwd: this.folder, env: { ...neutral, NO_COLOR: '1', ...env }, maxBuffer: 64 * 1024 * 1024 },
        (error, stdout, stderr) => resolve({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, output: stdout + stderr }),
      );
      kill = () => void child.kill('SIGKILL');
    });
    return { kill, ended };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
