import { describe, expect, it } from 'vitest';
import { codeFormats } from '../../src/domain/asCode/files.ts';
import { removalBash } from '../../src/domain/asCode/removalBash.ts';
import { removalFiles } from '../../src/domain/asCode/removalFiles.ts';
import { removalPowerShell } from '../../src/domain/asCode/removalPowerShell.ts';
import type { ChangeSet } from '../../src/domain/changeSet.ts';
import { delegationId } from '../../src/domain/ids.ts';
import { resourceGroup } from '../domain/offers.ts';
import { notUnderstood } from './parsers.ts';
import { again, first, gone, guid, kept, model, removing, run, second, stays, there } from './removing.ts';
import { long } from '../long.ts';

describe.skipIf(process.platform === 'win32')('a removal as commands for bash', () => {
  it('takes the delegations away, then the copy, and then writes again what stays', long, () => {
    const { status, writes, left } = run(there);
    expect(status).toBe(0);
    expect(writes).toEqual([`delete ${first.id}`, `delete ${second.id}`, `delete ${gone.id}`, ...again]);
    expect(left).toEqual({ [stays.id]: kept.id, [kept.id]: '' });
  });
});

describe('a removal as code', () => {
  it('is understood by the grammars of bash and PowerShell, with every id of the review', long, async () => {
    const [bash, powerShell] = [removalBash(model()), removalPowerShell(model())];
    expect(await notUnderstood('bash', bash)).toEqual([]);
    expect(await notUnderstood('powershell', powerShell)).toEqual([]);
    expect(await notUnderstood('powershell', `${powerShell}\nif (`)).not.toEqual([]);
    const ids = [first.id, second.id, gone.id, kept.id, stays.id];
    for (const text of [bash, powerShell]) expect(ids.filter((id) => !text.includes(`'${id}'`))).toEqual([]);
    const steps = (text: string) => text.split('\n').filter((line) => /^ {2}[\w-]+ '\/sub/.test(line));
    const idsOf = (text: string) => steps(text).map((line) => line.replace(/^ {2}[\w-]+ /, ''));
    expect(idsOf(powerShell)).toEqual(idsOf(bash));
  });

  it('is there for the tools that can delete, and for no other', () => {
    const found = codeFormats.flatMap((format) => removalFiles(model(), format) ?? []);
    expect(found).toEqual([
      { name: 'remove.sh', text: removalBash(model()) },
      { name: 'remove.ps1', text: removalPowerShell(model()) },
    ]);
  });

  it.each<[string, (of: ChangeSet) => ChangeSet, string?]>([
    ['nothing to do', (of) => ({ ...of, items: [] })],
    ['a tenant that is not a GUID', (of) => ({ ...of, tenantId: "x'; rm -rf ~" as ChangeSet['tenantId'] })],
    ['a fingerprint with a command in it', (of) => of, `${'a'.repeat(8)}$(id)`],
    ['a fingerprint that begins with a command', (of) => of, `$(id)${'a'.repeat(8)}`],
    ...(['delegate', 'accept', 'update'] as const).map((does): [string, (of: ChangeSet) => ChangeSet] => [
      `a step that gives something: ${does}`,
      (of) => ({ ...of, items: [...of.items, { ...of.items[0], does } as ChangeSet['items'][number]] }),
    ]),
    ...[
      'not-an-id',
      `${first.id}/more`,
      first.id.toUpperCase(),
      first.id.replace(/[^/]+$/, 'by-hand'),
      first.id.replace('0001', 'x'),
    ].map((id): [string, (of: ChangeSet) => ChangeSet] => [
      `the id ${id}`,
      (of) => ({
        ...of,
        items: of.items.map((item) => (item.does === 'remove' ? { ...item, delegationId: id as never } : item)),
      }),
    ]),
    [
      'an id with a quote in it',
      (of) => ({
        ...of,
        items: of.items.map((item) =>
          item.does === 'remove' ? { ...item, delegationId: delegationId(resourceGroup(3, "a'b").id, guid(2)) } : item,
        ),
      }),
    ],
  ])('is not there for %s', (_, change, print) => {
    expect(removing(change, print)).toBeUndefined();
  });
});
