import { describe, expect, it } from 'vitest';
import { armTemplate, armWrites } from '../../src/domain/asCode/arm.ts';
import { codeFiles } from '../../src/domain/asCode/files.ts';
import { hasWays, type CodeModel } from '../../src/domain/asCode/model.ts';
import { powerShellScript } from '../../src/domain/asCode/scripts.ts';
import { content, customer, subscription, subscriptionNo } from '../domain/offers.ts';
import { delegating, fingerprint, modelOf } from './changeSets.ts';
import { deployed } from './deployed.ts';

describe('the files of each tool', () => {
  it.each([
    ['arm', [`lighthouse-${fingerprint.slice(0, 12)}.json`]],
    ['bicep', ['main.bicep', 'copy.bicep', 'delegateSubscription.bicep', 'delegateResourceGroup.bicep']],
    ['cli', ['deploy.sh', `lighthouse-${fingerprint.slice(0, 12)}.json`]],
    ['powerShell', ['deploy.ps1', `lighthouse-${fingerprint.slice(0, 12)}.json`]],
  ] as const)('%s', (format, names) => {
    const files = codeFiles(modelOf(delegating(), 'copies'), format);
    expect(files.map(({ name }) => name)).toEqual(names);
    for (const { text } of files) expect(text.length).toBeGreaterThan(100);
  });

  it('names the second part of a change set, and says in the template what it stands for', () => {
    const model = modelOf(delegating());
    const second = { ...model, part: 2 };
    const name = `lighthouse-${fingerprint.slice(0, 12)}`;
    expect([model, second].map((one) => codeFiles(one, 'arm')[0].name)).toEqual([`${name}.json`, `${name}-2.json`]);
    expect(JSON.parse(armTemplate(model))).toMatchObject({ metadata: { fingerprint } });
    const nested = (one: CodeModel) => armWrites(one).map(({ within }) => within.slice(-4));
    expect(nested(second).every((end) => end.endsWith('-2'))).toBe(true);
    expect(nested(model).some((end) => /-\d$/.test(end))).toBe(false);
    expect(armWrites(model).map(({ id }) => id)).toEqual(deployed(armTemplate(model)).map(({ id }) => id));
  });

  it('PowerShell registers first, then deploys the file in the subscription that is written to first', () => {
    const lines = powerShellScript(modelOf(delegating())).split('\n');
    const context = (n: number) =>
      `Set-AzContext -Tenant '${customer}' -Subscription '${subscriptionNo(n)}' | Out-Null`;
    expect(lines.filter((line) => line.startsWith('Set-AzContext'))).toEqual([2, 4, 1].map(context));
    expect(lines.filter((line) => line.startsWith('Register-AzResourceProvider'))).toHaveLength(2);
    const name = `lighthouse-${fingerprint.slice(0, 12)}`;
    expect(lines.at(-2)).toContain(`New-AzSubscriptionDeployment -Name '${name}' -Location $Location`);
    expect(lines.at(-2)).toContain(`'${name}.json'`);
  });

  it('are for a person to choose only where there is another way', () => {
    expect(hasWays(delegating(content(), [subscription(1)]))).toBe(false);
    expect(hasWays(delegating(content(), [subscription(2)]))).toBe(true);
    expect(hasWays({ ...delegating(), items: [] })).toBe(false);
  });
});
