/** Runs other programs: to their end, or until they are no longer needed. */
import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

interface Said {
  stdout: string;
  stderr: string;
}

/** What a program says; an error with all of it where the program fails. */
async function run(program: string, args: readonly string[], cwd: string): Promise<Said> {
  try {
    return await execute(program, args, { cwd, env: environment(), maxBuffer: 1 << 26 });
  } catch (cause) {
    const { stdout = '', stderr = '' } = cause as { stdout?: string; stderr?: string };
    throw new Error(`${program} ${args.join(' ')} failed:\n${stdout}${stderr}`, { cause });
  }
}

const NPM = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** What a script prints. */
export const node = async (args: readonly string[], cwd: string): Promise<string> =>
  (await run(process.execPath, args, cwd)).stdout;

/** What npm prints. */
export const npm = async (args: readonly string[], cwd: string): Promise<string> =>
  (await run(NPM, args, cwd)).stdout;

/** What npm says beside that. */
export const npmSays = async (args: readonly string[], cwd: string): Promise<string> =>
  (await run(NPM, args, cwd)).stderr;

export interface Started {
  /** What it said when it was ready. */
  said: string;
  stop(): Promise<void>;
}

/** Starts a program of Node's and waits until it prints what `ready` matches. */
export async function start(args: readonly string[], cwd: string, ready: RegExp): Promise<Started> {
  const child = spawn(process.execPath, args, { cwd, env: environment() });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const said = await new Promise<string>((resolve, reject) => {
    let printed = '';
    const listen = (chunk: Buffer): void => {
      printed += chunk.toString();
      const [match] = ready.exec(printed) ?? [];
      if (match !== undefined) resolve(match);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    ended.then(() => reject(new Error(`${args.join(' ')} ended:\n${printed}`)));
  });
  return {
    said,
    stop: () => {
      child.kill();
      return ended;
    },
  };
}

/** Without what the npm or the test runner around us has set, which would be taken for the user's wish. */
function environment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|NODE_ENV$|FORCE_COLOR$|TEST_)/i.test(name),
  );
  return { ...Object.fromEntries(own), NO_UPDATE_NOTIFIER: '1', NEXT_TELEMETRY_DISABLED: '1' };
}
