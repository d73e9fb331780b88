import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromContent } from '../../src/azure/shapes/copies.ts';
import { armTemplate } from '../../src/domain/asCode/arm.ts';
import type { CodeModel } from '../../src/domain/asCode/model.ts';
import { terraformFiles } from '../../src/domain/asCode/terraform.ts';
import { copyIn, customer, subscriptionNo } from '../domain/offers.ts';
import { long } from '../long.ts';
import { barest, delegating, fullest, modelOf, updating } from './changeSets.ts';
import { deployed } from './deployed.ts';
import { hostileContent } from './hostile.ts';
import { blocksOf, resources, terraformWrites, textIn } from './terraformWrites.ts';

describe('the Terraform files', () => {
  const blocks = (model: CodeModel) => blocksOf(terraformFiles(model)[0]?.text ?? '');
  const byId = (writes: ReturnType<typeof deployed>) => new Map(writes.map(({ id, body }) => [id, body]));
  it.each(['reviewed', 'copies'] as const)('write what the ARM template writes: %s', (ways) => {
    const model = modelOf(delegating(), ways);
    expect(byId(terraformWrites(blocks(model)))).toEqual(byId(deployed(armTemplate(model))));
    expect(byId(terraformWrites(blocks(modelOf(updating()))))).toEqual(
      byId(deployed(armTemplate(modelOf(updating())))),
    );
  });

  it.each([
    ['all', fullest],
    ['nothing', barest],
  ])('say %s of what an offer need not say', (_, of) => {
    const model = modelOf(delegating(of), 'copies');
    expect(byId(terraformWrites(blocks(model)))).toEqual(byId(deployed(armTemplate(model))));
  });

  it('say which Terraform can read them, and which provider writes them', () => {
    const [first] = blocks(modelOf(delegating()));
    expect(first).toEqual({
      head: 'terraform',
      // Blocks that import are read from this version on.
      args: { required_version: '">= 1.5"' },
      blocks: [
        {
          head: 'required_providers',
          args: { azurerm: '{ source = "hashicorp/azurerm", version = "~> 4.0" }' },
          blocks: [],
        },
      ],
    });
  });

  it('say what the app itself would write, whatever a provider wrote', long, () => {
    fc.assert(
      fc.property(hostileContent, (of) => {
        const copies = terraformWrites(blocks(modelOf(delegating(of), 'copies'))).filter(({ id }) =>
          /Definitions/.test(id),
        );
        expect(copies).toHaveLength(3);
        for (const { body } of copies) expect(body).toEqual(JSON.parse(JSON.stringify(fromContent(of))));
      }),
    );
  });

  it('register first where that was reviewed, and what is written there waits for it', () => {
    const model = modelOf(delegating(), 'copies');
    const found = blocks(model);
    const registered = resources(found, 'azurerm_resource_provider_registration');
    const providers = found.filter(({ head }) => head === 'provider "azurerm"');
    expect(providers.map((one) => [textIn(one, 'alias'), textIn(one, 'subscription_id')])).toEqual([
      [undefined, subscriptionNo(2)],
      ['subscription1', subscriptionNo(2)],
      ['subscription2', subscriptionNo(4)],
    ]);
    for (const one of providers) {
      expect([textIn(one, 'tenant_id'), textIn(one, 'resource_provider_registrations')]).toEqual([customer, 'none']);
      expect(one.blocks.map(({ head }) => head)).toEqual(['features']);
    }
    expect([...registered].map(([name, { args }]) => [name, args])).toEqual(
      [1, 2].map((no) => [
        `subscription${no}`,
        { provider: `azurerm.subscription${no}`, name: '"Microsoft.ManagedServices"' },
      ]),
    );
    const waiting = [
      ...resources(found, 'azurerm_lighthouse_definition').values(),
      ...resources(found, 'azurerm_lighthouse_assignment').values(),
    ].map((one) => [
      /00000000-0000-4000-8000-0000000000(\d\d)/.exec(textIn(one, 'scope') ?? '')?.[1],
      one.args['depends_on'],
    ]);
    const after = (no: number) => `[azurerm_resource_provider_registration.subscription${no}]`;
    for (const [where, waits] of waiting) {
      expect(waits).toBe(where === '02' ? after(1) : where === '04' ? after(2) : undefined);
    }
  });

  it('take over what is there already: what is updated at once, the rest where a person says so', () => {
    const imports = (text: string) =>
      blocksOf(text)
        .filter(({ head }) => head === 'import')
        .map((one) => [one.args['to'], textIn(one, 'id')]);
    const [main, ...rest] = terraformFiles(modelOf(updating()));
    expect(rest).toEqual([]);
    expect(imports(main?.text ?? '')).toEqual(
      [copyIn(1).id, copyIn(2).id].map((id, at) => [`azurerm_lighthouse_definition.copy${at + 1}`, id]),
    );
    const model = modelOf(delegating(), 'copies');
    const [first, second, ...more] = terraformFiles(model);
    expect([more, imports(first?.text ?? ''), second?.name, second?.when]).toEqual([[], [], 'imports.tf', 'exists']);
    expect(imports(second?.text ?? '')).toEqual([
      ...model.copies.map(({ id }, at) => [`azurerm_lighthouse_definition.copy${at + 1}`, id]),
      ...model.delegations.map(({ id }, at) => [`azurerm_lighthouse_assignment.delegation${at + 1}`, id]),
    ]);
  });
});
