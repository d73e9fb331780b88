import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromContent } from '../../src/azure/shapes/copies.ts';
import { armTemplate } from '../../src/domain/asCode/arm.ts';
import { bicepFiles } from '../../src/domain/asCode/bicep.ts';
import type { CodeModel } from '../../src/domain/asCode/model.ts';
import { content, copyIn, resourceGroup, subscription } from '../domain/offers.ts';
import { long } from '../long.ts';
import { bicepWrites } from './bicepWrites.ts';
import { barest, chosen, delegating, fingerprint, fullest, modelOf, updating } from './changeSets.ts';
import { deployed } from './deployed.ts';
import { hostileContent } from './hostile.ts';

describe('the Bicep files', () => {
  const written = (model: CodeModel) => bicepWrites(bicepFiles(model));
  const byId = (writes: ReturnType<typeof deployed>) => new Map(writes.map(({ id, body }) => [id, body]));

  it.each([
    ['references', chosen, 'reviewed'],
    ['copies', chosen, 'copies'],
    ['subscriptions alone', [subscription(1), subscription(2)], 'reviewed'],
    ['a resource group alone', [resourceGroup(3, 'web')], 'copies'],
  ] as const)('write what the ARM template writes, copies before what refers to them: %s', (_, scopes, ways) => {
    const model = modelOf(delegating(content(), scopes), ways);
    const writes = written(model);
    expect(byId(writes)).toEqual(byId(deployed(armTemplate(model))));
    const order = writes.map(({ id }) => id);
    for (const { id, copyId } of model.delegations) {
      if (order.includes(copyId)) expect(order.indexOf(id)).toBeGreaterThan(order.indexOf(copyId));
    }
    expect(bicepFiles(model)[0]?.text).toContain(fingerprint);
  });

  it.each([
    ['all', fullest],
    ['nothing', barest],
  ])('say %s of what an offer need not say', (_, of) => {
    const model = modelOf(delegating(of), 'copies');
    expect(byId(written(model))).toEqual(byId(deployed(armTemplate(model))));
  });

  it('say what the app itself would write, whatever a provider wrote', long, () => {
    fc.assert(
      fc.property(hostileContent, (of) => {
        const copies = written(modelOf(delegating(of), 'copies')).filter(({ id }) => /Definitions/.test(id));
        expect(copies).toHaveLength(3);
        for (const { body } of copies) expect(body).toEqual(JSON.parse(JSON.stringify(fromContent(of))));
      }),
    );
  });

  it('update copies without a plan, and several that say different things', () => {
    const { plan: _, ...bare } = content();
    const model = modelOf(updating(copyIn(1, bare)));
    const withoutPlan = { ...model, contents: model.contents.map(({ properties }) => ({ properties })) };
    for (const one of [model, withoutPlan]) expect(byId(written(one))).toEqual(byId(deployed(armTemplate(one))));
    expect(written(model)).toHaveLength(2);
  });
});
