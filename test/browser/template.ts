import { securityWatch } from '../emulator/worlds/offers.ts';
import { fabrikam } from '../emulator/worlds/tenants.ts';
import * as shapes from '../domain/templates.ts';

/** The files of an offer that the busy world has accepted from a template, now with more access than what is stored. */
export function widerTemplate() {
  const values = {
    ...shapes.given,
    mspOfferName: securityWatch.name,
    managedByTenantId: fabrikam.id,
    authorizations: [{ principalId: shapes.operators, roleDefinitionId: shapes.contributor }],
  };
  return [JSON.stringify(shapes.forSubscription), shapes.parameterFile(values)].map((text, at) => ({
    name: at === 0 ? 'offer.json' : 'values.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  }));
}
