import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = new URL('../../', import.meta.url).pathname;

/** A copy of the project that a test may damage; node_modules is shared. */
export class Project {
  readonly folder = mkdtempSync(join(tmpdir(), 'guide-'));

  constructor() {
    for (const name of ['content', 'src', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json', '.autocorrectrc'])
      cpSync(join(root, name), join(this.folder, name), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(this.folder, 'node_modules'));
  }

  read(file: string): string {
    return readFileSync(join(this.folder, file), 'utf8');
  }

  write(file: string, text: string): void {
    writeFileSync(join(this.folder, file), text);
  }

  delete(file: string): void {
    rmSync(join(this.folder, file));
  }

  /** Builds; resolves with the exit code and all that was printed. */
  build(env: Record<string, string> = {}): Promise<{ code: number; output: string }> {
    return this.run('src/commands/astro.mjs', ['build'], env);
  }

  /** Runs a script of the project in its folder. */
  run(script: string, args: readonly string[], env: Record<string, string> = {}): Promise<{ code: number; output: string }> {
    return new Promise((resolve) => {
      execFile(
        process.execPath,
        [join(this.folder, script), ...args],
        { cwd: this.folder, env: { ...process.env, NO_COLOR: '1', ...env } },
        (error, stdout, stderr) => resolve({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, output: stdout + stderr }),
      );
    });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
