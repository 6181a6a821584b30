// A demo of its own for each file of tests: started on a free port, awaited until it answers, stopped afterwards.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const built = fileURLToPath(new URL('../../../target/debug/samordna', import.meta.url));
const program = process.env.SAMORDNA ?? built;

// Longest wait for a debug build on a busy machine to tell the whole demo; reached only when something is wrong.
const patience = 120_000;

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** Starts a demo. Gives its address, the common password and a way to stop it. */
export async function startDemo() {
  if (!existsSync(program)) throw new Error(`${program} is not built; run cargo build first`);
  const port = await freePort();
  const server = spawn(program, ['demo', '--listen', `127.0.0.1:${port}`], { stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  server.stderr.on('data', (data) => { log += data; });
  let ended;
  const gone = once(server, 'exit').then(([code, signal]) => {
    ended = `the demo ended with ${code ?? signal}: ${log.slice(-2000)}`;
    throw new Error(ended);
  });
  gone.catch(() => {});
  const password = await Promise.race([said(server.stdout), gone, late('the demo did not say its password')]);
  const origin = `http://127.0.0.1:${port}`;
  const health = await Promise.race([fetch(`${origin}/healthz`), gone]);
  if (!health.ok) throw new Error(`/healthz answers ${health.status}`);
  return {
    origin,
    password,
    log: () => log,
    /** What the demo said when it ended before it was asked to. */
    ended: () => ended,
    async stop() {
      server.kill('SIGTERM');
      await gone.catch(() => {});
    },
  };
}

/** The password, from what the program prints when it answers. */
async function said(stdout) {
  for await (const line of createInterface({ input: stdout })) {
    const found = /lösenordet (\S+)/.exec(line);
    if (found) {
      stdout.resume();
      return found[1];
    }
  }
  return new Promise(() => {});
}

function late(says) {
  return new Promise((_, fail) => setTimeout(() => fail(new Error(says)), patience).unref());
}
