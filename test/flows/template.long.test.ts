import { fireEvent, waitFor } from '@testing-library/dom';
import { describe, expect, it } from 'vitest';
import * as shapes from '../domain/templates.ts';
import { fabrikam } from '../emulator/worlds/tenants.ts';
import { fillTab } from './fullTab.ts';
import { openWorld } from './harness.ts';
import { subscription } from './places.ts';
import { bring, confirmAndRunTemplate, fileOf, given, offerName, templatePath } from './templateStories.ts';

describe("a provider's template", () => {
  it('asks for what the files do not say, keeps it over a reload, and finds the offer again', async () => {
    const { t, ...world } = await openWorld({ path: templatePath });
    const values = { managedByTenantId: fabrikam.id, authorizations: shapes.authorizations };
    await bring({ t, ...world }, fileOf(JSON.stringify(shapes.forSubscription)), fileOf(shapes.parameterFile(values)));
    await world.find('heading', t.template.asks.title);
    await world.reads('The name of the offer');
    await world.write('mspOfferName', offerName);
    await world.press(t.template.asks.action);
    await world.find('heading', offerName);
    world.close();

    const later = await openWorld({ from: { t, ...world }, path: templatePath });
    await later.find('heading', offerName);
    await later.press(later.t.template.next);
    await later.find('heading', t.delegate.title(offerName));
    const address = location.pathname;
    later.close();

    const again = await openWorld({ from: { t, ...world }, path: address });
    await again.find('heading', t.delegate.title(offerName));
    expect(again.writes()).toEqual([]);
  });

  it('is at hand to the end of the run where the tab keeps nothing', async () => {
    fillTab();
    const world = await openWorld({ path: templatePath });
    const { t, format, find, press, tick } = world;
    await bring(world, fileOf(JSON.stringify(shapes.forSubscription)), fileOf(shapes.parameterFile(given)));
    await press(t.template.next);
    await find('heading', t.delegate.title(offerName));
    await tick(t.delegate.selectRow(subscription(4).name));
    await press(t.delegate.review);
    await confirmAndRunTemplate(world, 1);
    await find('heading', t.run.endedAll(t.common.scopes(format, 1)));
  });

  it('says why a file is not taken in, and what to send to the provider', async () => {
    const world = await openWorld({ path: templatePath, language: 'ko' });
    const { t, format, reads } = world;
    await bring(world, fileOf('<html>'));
    await reads(t.template.refusedTitle);
    await reads(t.template.problem.malformed({ code: 'malformed', file: 'template', line: 1, column: 1 }, format));
    await bring(world, fileOf(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0])));
    await reads(t.template.problem.notText({ code: 'notText', file: 'template' }, format));
    const machine = { type: 'Microsoft.Compute/virtualMachines' };
    await bring(world, fileOf(JSON.stringify(shapes.template([machine]))));
    await reads(['Microsoft.Compute/virtualMachines', 'resources[0]']);
    expect(world.has('button', t.template.next)).toBe(false);
    expect(world.has('button', t.template.copyForProvider)).toBe(true);
    expect(world.writes()).toEqual([]);
  });

  it('reads what Windows PowerShell writes, and pasted text', async () => {
    const world = await openWorld({ path: templatePath });
    const { t } = world;
    const text = JSON.stringify(shapes.forSubscription);
    const utf16 = new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));
    await bring(world, fileOf(utf16));
    await world.press(t.template.files.paste.parameters);
    await world.write(t.template.files.paste.parameters, shapes.parameterFile(given));
    await world.press(t.template.files.read);
    await world.find('heading', offerName);
  });

  it('is checked against the rules of Azure and its roles of today, with what to tell the provider', async () => {
    const world = await openWorld({ path: templatePath });
    const { t, format, reads } = world;
    const owner = '8e3af657-a8ff-443c-a75c-2fe8c4bcb635';
    const logs = '92aaf0da-9dab-42b6-94a3-d43ce8d16293';
    const authorizations = [owner, logs].map((roleDefinitionId) => ({
      principalId: shapes.operators,
      roleDefinitionId,
    }));
    await bring(
      world,
      fileOf(JSON.stringify(shapes.forSubscription)),
      fileOf(shapes.parameterFile({ ...given, authorizations })),
    );
    await reads(t.offerCheck.refused(format, 2));
    await reads(['Log Analytics Contributor', t.offerCheck.finding.dataActions()]);
    await reads(t.offerCheck.finding.owner());
    await reads(t.offerCheck.finding.noDeleteRole());
    await bring(world, fileOf(shapes.parameterFile(given)));
    await reads(t.offerCheck.clean);
    expect(world.writes()).toEqual([]);
  });

  it('takes files that are dropped, and the same file again after it was mended', async () => {
    const world = await openWorld({ path: templatePath });
    const { t } = world;
    const target = (await world.find('button', t.template.files.choose.template)).closest('section');
    const drop = (...files: readonly File[]) => {
      if (target?.children[1]) fireEvent.drop(target.children[1], { dataTransfer: { files } });
    };
    drop(fileOf('{'));
    await world.reads(t.template.refusedTitle);
    drop(fileOf(JSON.stringify(shapes.forSubscription)), fileOf(shapes.parameterFile(given)));
    await world.find('heading', offerName);
    await world.press(t.template.files.remove.template);
    await waitFor(() => expect(world.has('heading', offerName)).toBe(false));
  });

  it('does not change in passing what was accepted: other access under the same name is an update', async () => {
    const first = await openWorld({ path: templatePath });
    const template = fileOf(JSON.stringify(shapes.forSubscription));
    await bring(first, template, fileOf(shapes.parameterFile(given)));
    await first.press(first.t.template.next);
    await first.tick(first.t.delegate.selectRow(subscription(4).name));
    await first.press(first.t.delegate.review);
    await confirmAndRunTemplate(first, 1);
    await first.find('heading', first.t.run.endedAll('1 scope'));
    first.close();

    const same = await openWorld({ from: first, path: templatePath });
    await same.reads(same.t.template.stored(same.format, 1));
    const wider = [{ principalId: shapes.operators, roleDefinitionId: shapes.contributor }];
    await bring(same, fileOf(shapes.parameterFile({ ...given, authorizations: wider })));
    await same.reads(same.t.template.updateTitle);
    const next = await same.find('button', same.t.template.next);
    await waitFor(() => expect(next.getAttribute('aria-disabled')).toBe('true'));
    expect(same.writes()).toEqual([]);
  });
});
