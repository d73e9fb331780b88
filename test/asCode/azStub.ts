import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What stands in Azure before the commands run: delegations with the copy they refer to, copies with nothing. */
export type Stored = Readonly<Record<string, string>>;

export interface AzRun {
  readonly status: number | null;
  readonly said: string;
  /** The writes in their order, as `delete ID` and `put ID BODY`. */
  readonly writes: readonly string[];
  /** What stands in Azure afterwards. */
  readonly left: Stored;
}

/*
 * As much of the Azure CLI as the commands use: `show` ends with 3 where there is nothing; what was deleted is still shown twice;
 * a copy is not deleted while a delegation refers to it; what is refused is refused always.
 */
const stub = String.raw`
const { readFileSync, writeFileSync } = require('node:fs');
const file = process.env.AZURE_STATE;
const state = JSON.parse(readFileSync(file, 'utf8'));
const args = process.argv.slice(2);
const after = (name) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
const end = (code, text) => { writeFileSync(file, JSON.stringify(state)); if (text) console.log(text); process.exit(code); };
if (args[0] === 'account') end(0, state.tenant);
const id = (after('--ids') ?? after('--url')).replace(/\?api-version=2022-10-01$/, '');
if (args[0] === 'resource') {
  if (after('--api-version') !== '2022-10-01') end(2);
  if (state.leaving[id] === 0) { delete state.there[id]; delete state.leaving[id]; }
  if (state.leaving[id] > 0) state.leaving[id] -= 1;
  if (!(id in state.there)) end(3);
  end(0, { id, 'properties.registrationDefinitionId': state.there[id], 'properties.provisioningState': 'Succeeded' }[after('--query')]);
}
if (args[0] !== 'rest') end(2);
const method = after('--method');
if (method === 'get') end(id in state.there ? 0 : 1, '{"properties":{"registrationDefinitionName":"as it is"}}');
const body = after('--body');
state.writes.push(method === 'put' ? 'put ' + id + ' ' + (body[0] === '@' ? readFileSync(body.slice(1), 'utf8').trim() : body) : method + ' ' + id);
if (state.refuses.includes(id)) end(1);
if (method === 'delete') {
  if (Object.values(state.there).includes(id)) end(1);
  state.leaving[id] = 2;
}
end(0);
`;

/** Runs the commands with a stand-in for the Azure CLI, without waiting. */
export function runWithAz(script: string, tenant: string, there: Stored, refuses: readonly string[] = []): AzRun {
  const folder = mkdtempSync(join(tmpdir(), 'code-'));
  try {
    const state = join(folder, 'state.json');
    writeFileSync(state, JSON.stringify({ tenant, there, refuses, leaving: {}, writes: [] }));
    writeFileSync(join(folder, 'az.cjs'), stub);
    writeFileSync(join(folder, 'az'), `#!/bin/sh\nexec '${process.execPath}' '${join(folder, 'az.cjs')}' "$@"\n`);
    chmodSync(join(folder, 'az'), 0o755);
    const env = { PATH: `${folder}:${process.env.PATH ?? ''}`, PAUSE: '0', AZURE_STATE: state };
    const { status, stderr } = spawnSync('bash', ['-s'], { input: script, env, encoding: 'utf8' });
    const ended = JSON.parse(readFileSync(state, 'utf8')) as { readonly writes: string[]; readonly there: Stored };
    return { status, said: stderr, writes: ended.writes, left: ended.there };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
