import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { armLimits, armResources, armTemplate } from '../../src/domain/asCode/arm.ts';
import { bicepFiles, bicepText } from '../../src/domain/asCode/bicep.ts';
import { codeFiles, codeFormats, tooLarge } from '../../src/domain/asCode/files.ts';
import { codeModel, hasWays } from '../../src/domain/asCode/model.ts';
import { bashScript, powerShellScript } from '../../src/domain/asCode/scripts.ts';
import { hclText, terraformFiles } from '../../src/domain/asCode/terraform.ts';
import { fromContent } from '../../src/azure/shapes/copies.ts';
import { itemsDoing, type ChangeSet } from '../../src/domain/changeSet.ts';
import { makeUpdate } from '../../src/domain/makeUpdate.ts';
import type { OfferContent } from '../../src/domain/offer.ts';
import {
  content,
  copyIn,
  customer,
  offer,
  owner,
  resourceGroup,
  subscription,
  subscriptionNo,
} from '../domain/offers.ts';
import { chosen, delegating, fingerprint, modelOf } from './changeSets.ts';
import { countedResources, deployed } from './deployed.ts';
import { hostileContent, hostileText } from './hostile.ts';
import { readBicepText, readHclText } from './texts.ts';
import { long } from '../long.ts';

describe('the ARM template', () => {
  it('writes every delegation of the review under its own id, referring to the same copy', () => {
    const changeSet = delegating();
    const writes = deployed(armTemplate(modelOf(changeSet)));
    expect(writes).toEqual(
      itemsDoing(changeSet, 'delegate').map(({ ways: [way] }) => ({
        id: way.delegationId,
        body: { properties: { registrationDefinitionId: way.copyId } },
      })),
    );
  });

  it('stores the copies first where a person chose copies, as the run would', () => {
    const changeSet = delegating();
    expect(hasWays(changeSet)).toBe(true);
    const writes = deployed(armTemplate(modelOf(changeSet, 'copies')));
    const stored = itemsDoing(changeSet, 'delegate').flatMap(({ ways }) => ways.filter(({ kind }) => kind === 'copy'));
    expect(stored).toHaveLength(3);
    for (const way of stored) {
      const copy = writes.findIndex(({ id }) => id === way.copyId);
      expect(writes[copy]?.body).toEqual(JSON.parse(JSON.stringify(fromContent(content()))));
      expect(writes.findIndex(({ id }) => id === way.delegationId)).toBeGreaterThan(copy);
    }
  });

  it('says what the app itself would write, whatever a provider wrote', () => {
    fc.assert(
      fc.property(hostileContent, (of) => {
        const copies = deployed(armTemplate(modelOf(delegating(of), 'copies'))).filter(({ id }) =>
          /Definitions/.test(id),
        );
        expect(copies).toHaveLength(3);
        for (const { body } of copies) expect(body).toEqual(JSON.parse(JSON.stringify(fromContent(of))));
      }),
    );
  });

  it('updates every copy, each to what was reviewed for it', () => {
    const changeSet = makeUpdate({
      tenantId: customer,
      actor: owner,
      offer: offer([copyIn(1), copyIn(2, { ...content(), name: 'Named otherwise' })]),
      to: content('1.1.0'),
      blockersOf: () => [],
      nameOf: (id) => id,
      now: 0,
    });
    const items = itemsDoing(changeSet, 'update');
    expect(items).toHaveLength(2);
    const writes = deployed(armTemplate(modelOf(changeSet)));
    for (const { copyId, to } of items) {
      expect(writes.find(({ id }) => id === copyId)?.body).toEqual(JSON.parse(JSON.stringify(fromContent(to))));
    }
  });

  it('knows when it is more than one deployment takes; Terraform is not bound by that', () => {
    const model = modelOf(delegating(content(), [...chosen]), 'copies');
    expect(countedResources(armTemplate(model))).toBe(armResources(model));
    expect(tooLarge(model, 'arm')).toBeUndefined();
    const many = modelOf(
      delegating(
        content(),
        Array.from({ length: armLimits.resources / 2 + 1 }, (_, no) => subscription(no + 1)),
      ),
    );
    expect(tooLarge(many, 'bicep')).toEqual({ resources: armLimits.resources + 2 });
    expect(tooLarge(many, 'terraform')).toBeUndefined();
  });
});

describe('what cannot be code', () => {
  it.each<[string, (of: ChangeSet) => ChangeSet]>([
    ['nothing to do', (of) => ({ ...of, items: [] })],
    ['a tenant that is not a GUID', (of) => ({ ...of, tenantId: "x'; rm -rf ~" as ChangeSet['tenantId'] })],
    ['a registration that is not a GUID', (of) => ({ ...of, registrations: ['$(id)' as never] })],
    [
      'a resource group with a quote',
      (of) => ({ ...of, items: delegating(content(), [resourceGroup(3, "a'b")]).items }),
    ],
  ])('%s', (_, change) => {
    expect(codeModel(change(delegating()), fingerprint, 'reviewed')).toBeUndefined();
  });
});

describe('quoting', () => {
  it('in Bicep and HCL a hostile text is that text, and ends where it ends', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(readBicepText(bicepText(text))).toBe(text);
        expect(readHclText(hclText(text))).toBe(text);
      }),
    );
  });

  it.each([
    ['$${', '\\u0024\\u0024{'],
    ['%$%{', '\\u0025\\u0024\\u0025{'],
    ['$5 {100 %}', '$5 {100 %}'],
  ])('in HCL %s is given by number where it could begin something, and only there', (text, quoted) => {
    expect(hclText(text)).toBe(`"${quoted}"`);
  });

  it('no text of a provider stands in a command', () => {
    fc.assert(
      fc.property(hostileContent, (of) => {
        for (const ways of ['reviewed', 'copies'] as const) {
          const [tame, wild] = [content(), of].map((one) => modelOf(delegating(one), ways));
          if (!tame || !wild) throw new Error('No model.');
          expect(bashScript({ ...wild, copies: [] })).toBe(bashScript({ ...tame, copies: [] }));
          expect(powerShellScript({ ...wild, copies: [] })).toBe(powerShellScript({ ...tame, copies: [] }));
        }
      }),
    );
  });

  it('no text of a provider changes the lines of a file', () => {
    const shape = (text: string) =>
      text.replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, '""').replace(/\/\*|\/\//g, '');
    fc.assert(
      fc.property(hostileContent, (of) => {
        const plain = modelOf(delegating({ ...of, ...withTexts(of, () => 'x') }), 'copies');
        const wild = modelOf(delegating(of), 'copies');
        expect(shape(bicepFiles(wild)[0]?.text ?? '')).toBe(shape(bicepFiles(plain)[0]?.text ?? ''));
        expect(shape(terraformFiles(wild)[0]?.text ?? '')).toBe(shape(terraformFiles(plain)[0]?.text ?? ''));
      }),
    );
  });
});

function withTexts(of: OfferContent, to: (text: string) => string): OfferContent {
  return JSON.parse(JSON.stringify(of), (key, value: unknown) =>
    ['name', 'description', 'principalName', 'publisher', 'product'].includes(key) ? to(String(value)) : value,
  ) as OfferContent;
}

describe.skipIf(process.platform === 'win32')('the commands for bash', () => {
  it('register first, then deploy the file, each once', () => {
    const folder = mkdtempSync(join(tmpdir(), 'code-'));
    try {
      const calls = join(folder, 'calls');
      writeFileSync(
        join(folder, 'az'),
        `#!/bin/sh\nprintf '%s ' "$@" >> '${calls}'; echo >> '${calls}'\n[ "$1" = account ] && echo ${customer}\nexit 0\n`,
      );
      chmodSync(join(folder, 'az'), 0o755);
      const script = bashScript(modelOf(delegating()));
      const env = { PATH: `${folder}:${process.env.PATH ?? ''}` };
      const silent = spawnSync('bash', ['-s'], { input: script, env, encoding: 'utf8' });
      expect([silent.status === 0, silent.stderr.includes('LOCATION')]).toEqual([false, true]);
      const ran = spawnSync('bash', ['-s'], {
        input: script,
        env: { ...env, LOCATION: 'korea central' },
        encoding: 'utf8',
      });
      expect([ran.status, ran.stderr]).toEqual([0, '']);
      const name = `lighthouse-${fingerprint.slice(0, 12)}`;
      const register = (n: number) =>
        `provider register --namespace Microsoft.ManagedServices --subscription ${subscriptionNo(n)} --wait `;
      expect(readFileSync(calls, 'utf8').split('\n')).toEqual([
        'account show --query tenantId --output tsv ',
        register(2),
        register(4),
        `deployment sub create --subscription ${subscriptionNo(1)} --name ${name} --location korea central --template-file ${name}.json `,
        '',
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

const hasTerraform = spawnSync('terraform', ['version']).status === 0;

describe.skipIf(!hasTerraform)("Terraform's own parser", () => {
  const terraform = (folder: string, ...args: readonly string[]) =>
    spawnSync('terraform', [`-chdir=${folder}`, ...args], { encoding: 'utf8' });

  it('takes the files, and every hostile text for what it is', long, () => {
    const folder = mkdtempSync(join(tmpdir(), 'code-'));
    try {
      for (const of of fc.sample(hostileContent, { numRuns: 3, seed: 7 })) {
        for (const { name, text } of terraformFiles(modelOf(delegating(of), 'copies')))
          writeFileSync(join(folder, name), text);
        const read = terraform(folder, 'fmt', '-list=false');
        expect(read.stderr.includes('Error')).toBe(false);
      }
      for (const file of ['main.tf', 'imports.tf']) rmSync(join(folder, file));
      const texts = fc.sample(hostileText, { numRuns: 300, seed: 7 });
      const outputs = texts.map((text, no) => `output "t${no}" {\n  value = ${hclText(text)}\n}\n`);
      writeFileSync(join(folder, 'texts.tf'), outputs.join('\n'));
      const applied = terraform(folder, 'apply', '-auto-approve', '-input=false');
      expect(applied.status, applied.stderr).toBe(0);
      const found = JSON.parse(terraform(folder, 'output', '-json').stdout) as Record<
        string,
        { readonly value: string }
      >;
      // Terraform keeps texts in one normal form of Unicode.
      expect(texts.map((_, no) => found[`t${no}`]?.value)).toEqual(texts.map((text) => text.normalize('NFC')));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

it('every tool gets every id of the change set', () => {
  for (const ways of ['reviewed', 'copies'] as const) {
    const model = modelOf(delegating(), ways);
    for (const format of codeFormats) {
      const all = codeFiles(model, format)
        .map(({ text }) => text)
        .join('\n');
      for (const { name } of [...model.copies, ...model.delegations]) expect(all).toContain(name);
    }
  }
});
