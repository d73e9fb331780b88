import { screen } from '@testing-library/dom';
import * as shapes from '../domain/templates.ts';
import { fabrikam } from '../emulator/worlds/tenants.ts';
import type { World } from './harness.ts';

/** What Fabrikam's templates say, whatever their shape. */
export const given = { ...shapes.given, managedByTenantId: fabrikam.id };
export const offerName = 'Fabrikam Managed Services';
export const templatePath = '/offers/template';

export function fileOf(content: string | Uint8Array<ArrayBuffer>, called = 'template.json'): File {
  return new File([content], called, { type: 'application/json' });
}

/** Chooses the files, as in the dialog that the browser opens. */
export async function bring(world: World, ...files: readonly File[]): Promise<void> {
  const input = await screen.findByLabelText(world.t.template.files.choose.template, { selector: 'input' });
  await world.user.upload(input, [...files]);
}

/** On the review of an offer whose provider Azure cannot name: confirms, and starts the run. */
export async function confirmAndRunTemplate({ t, format, tick, press }: World, scopes: number): Promise<void> {
  await tick(t.review.confirm(fabrikam.id, fabrikam.id, t.common.scopes(format, scopes)));
  await press(t.review.action(format, scopes));
}
