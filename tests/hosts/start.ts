import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dist, serveSite } from '../support/site.ts';

/** A running server with the build, at a loopback port of its own. */
export interface Host {
  origin: string;
  close: () => void | Promise<void>;
}

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Our own `npm run preview`. */
export function startPreview(): Promise<Host> {
  return serveSite();
}

/** Cloudflare Pages as its own tool runs it, given dist/ as the build leaves it. */
export async function startCloudflare(): Promise<Host> {
  const folder = scratch();
  const port = await freePort();
  const wrangler = join(root, 'tests/hosts/node_modules/wrangler/bin/wrangler.js');
  const place = ['--ip', '127.0.0.1', '--port', `${port}`, '--inspector-port', `${await freePort()}`];
  const child = spawn(
    process.execPath,
    [wrangler, 'pages', 'dev', dist, ...place, '--compatibility-date', '2026-11-01', '--log-level', 'none'],
    {
      cwd: folder,
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: {
        ...process.env,
        XDG_CONFIG_HOME: folder,
        // It would ask and tell its maker things; this test talks to loopback only.
        CLOUDFLARE_CF_FETCH_ENABLED: 'false',
        WRANGLER_SEND_METRICS: 'false',
        WRANGLER_HIDE_BANNER: 'true',
        WRANGLER_WRITE_LOGS: 'false',
      },
    },
  );
  return ready('wrangler', child, port, folder);
}

/** nginx with deploy/nginx.conf, of which only the port and the folder are changed. `build` is a folder as dist/, for `base`. */
export async function startNginx(build = dist, base = '/'): Promise<Host> {
  const nginx = find('nginx', 'Install it with: apt-get install nginx libnginx-mod-http-brotli-static');
  const modules = ['/usr/lib/nginx/modules', '/usr/share/nginx/modules'].map((folder) => `${folder}/ngx_http_brotli_static_module.so`);
  const brotli = modules.find((file) => existsSync(file));
  if (!brotli) throw new Error('nginx has no brotli module. Install it with: apt-get install libnginx-mod-http-brotli-static');
  const folder = prepared(build, base);
  const port = await freePort();
  const site = replaced(readFileSync(join(root, 'deploy/nginx.conf'), 'utf8'), [
    ['listen 80;', `listen 127.0.0.1:${port};`],
    ['root /srv/guide;', `root ${folder}/site;`],
    ['default "/";', `default "${base}";`],
  ]);
  writeFileSync(join(folder, 'site.conf'), site);
  // What Debian's own nginx.conf says around a site, without its user and with all paths in the scratch folder.
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join(' ');
  writeFileSync(
    join(folder, 'nginx.conf'),
    `load_module ${brotli};
${process.getuid?.() === 0 ? 'user root;' : ''}
worker_processes auto;
daemon off;
pid ${folder}/pid;
error_log stderr;
events { worker_connections 768; }
http {
  sendfile on;
  tcp_nopush on;
  types_hash_max_size 2048;
  include /etc/nginx/mime.types;
  default_type application/octet-stream;
  access_log off;
  gzip on;
  ${temporary}
  include ${folder}/site.conf;
}
`,
  );
  const child = spawn(nginx, ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', 'stderr'], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  return ready('nginx', child, port, folder, base);
}

/** Caddy with deploy/Caddyfile unchanged; its variables say where. */
export async function startCaddy(build = dist, base = '/'): Promise<Host> {
  const caddy = find('caddy', 'Install it with: apt-get install caddy');
  const folder = prepared(build, base);
  const port = await freePort();
  writeFileSync(join(folder, 'Caddyfile'), `{\n\tadmin off\n}\nimport ${root}deploy/Caddyfile\n`);
  const child = spawn(caddy, ['run', '--adapter', 'caddyfile', '--config', join(folder, 'Caddyfile')], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...process.env,
      XDG_CONFIG_HOME: folder,
      XDG_DATA_HOME: folder,
      GUIDE_ADDRESS: `http://127.0.0.1:${port}`,
      GUIDE_ROOT: `${folder}/site`,
      GUIDE_BASE: base,
    },
  });
  return ready('caddy', child, port, folder, base);
}

function scratch(): string {
  return mkdtempSync(join(tmpdir(), 'guide-host-'));
}

/** A scratch folder with the build in it as `npm run self-host` makes it. */
function prepared(build: string, base: string): string {
  const folder = scratch();
  cpSync(build, join(folder, 'site', base), { recursive: true });
  execFileSync(process.execPath, [`${root}src/commands/self-host.ts`, join(folder, 'site', base)]);
  return folder;
}

function find(program: string, otherwise: string): string {
  const folders = [...(process.env['PATH'] ?? '').split(':'), '/usr/sbin', '/usr/local/sbin'];
  const found = folders.map((folder) => join(folder, program)).find((file) => existsSync(file));
  if (!found || spawnSync(found, [program === 'nginx' ? '-v' : 'version']).status !== 0)
    throw new Error(`${program} is not installed. ${otherwise}`);
  return found;
}

function replaced(text: string, changes: readonly [from: string, to: string][]): string {
  for (const [from, to] of changes) {
    if (!text.includes(from)) throw new Error(`deploy/nginx.conf no longer says “${from}”`);
    text = text.replace(from, to);
  }
  return text;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Waits until the server answers; it has a minute. Closing it ends it with all its children, and removes its folder. */
async function ready(name: string, child: ChildProcess, port: number, folder: string, base = '/'): Promise<Host> {
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4000)));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const origin = `http://127.0.0.1:${port}`;
  const close = async () => {
    if (child.exitCode === null && child.pid) process.kill(-child.pid, 'SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  for (const end = Date.now() + 60_000; ; await new Promise((resolve) => setTimeout(resolve, 100))) {
    if (
      await fetch(origin + base).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return { origin, close };
    if (child.exitCode !== null || Date.now() > end) {
      await close();
      throw new Error(`${name} did not start: ${said}`);
    }
  }
}
