/** The worker that imports: one order, one answer. It works until it is done, and is ended from outside to stop it. */
import { Importer, initSync } from '../generated/importer.js';
import type { Imported, ImportFault, ImportFinding, ImportMessage, ImportOrder } from './import-types.js';

interface Scope {
  postMessage(message: ImportMessage, transfer?: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<ImportOrder>) => void): void;
}

const scope = self as unknown as Scope;
scope.addEventListener('message', ({ data }) => void carryOut(data));

async function carryOut(order: ImportOrder): Promise<void> {
  let findings: ImportFinding[] = [];
  const found = (): ImportFinding[] => {
    const all = findings;
    findings = [];
    return all;
  };
  let broken: ImportFault | undefined;
  try {
    const response = await fetch(order.wasm);
    if (!response.ok) throw new TypeError(`the importer could not be fetched: HTTP status ${response.status}`);
    initSync({ module: await WebAssembly.compile(await response.arrayBuffer()) });
    const importer = new Importer(order.format, order.options, order.over, (finding: ImportFinding) => {
      findings.push(finding);
    });
    broken = readAll(importer, order, found);
    const made = importer.finish(order.title, order.checked);
    const pack = made.pack() as Uint8Array<ArrayBuffer>;
    const imported: Imported = {
      pack,
      json: made.json(),
      counts: made.counts as Imported['counts'],
      entityCount: made.entityCount,
      nameCount: made.nameCount,
    };
    scope.postMessage({ kind: 'done', findings: found(), imported, fault: broken }, [pack.buffer]);
  } catch (cause) {
    // Where nothing was taken because a file is broken, that says more.
    scope.postMessage({ kind: 'failed', findings: found(), fault: broken ?? faultOf(cause) });
  }
}

/** Reads every file; what keeps the rest of one from being read is told at the end, and the others are read. */
function readAll(
  importer: Importer,
  { sources }: ImportOrder,
  found: () => ImportFinding[],
): ImportFault | undefined {
  let first: ImportFault | undefined;
  for (const { name, content, format } of sources) {
    const progress = (readBytes: number, totalBytes: number): void => {
      scope.postMessage({ kind: 'progress', file: name, readBytes, totalBytes, findings: found() });
    };
    try {
      importer.read(name, content, format, progress);
    } catch (cause) {
      first ??= faultOf(cause);
    }
  }
  return first;
}

function faultOf(cause: unknown): ImportFault {
  const { code, message } = cause as { code?: unknown; message?: unknown };
  return {
    code: typeof code === 'string' ? code : 'import',
    message: typeof message === 'string' ? message : String(cause),
  };
}
