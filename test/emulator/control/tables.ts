import { html } from '../host/html.ts';
import type { Markup } from '../host/html.ts';
import type { ControlCall } from './call.ts';

const shown = 50;

/** Everybody who can sign in. */
export function peopleTable({ context: { world } }: ControlCall): Markup {
  const tenantName = (id: string): string => world.tenants.find((tenant) => tenant.id === id)?.displayName ?? id;
  const rows = world.personas.map(
    (persona) =>
      html`<tr>
        <th scope="row"><code>${persona.name}</code></th>
        <td>${persona.displayName}<br /><span class="quiet">${persona.account}</span></td>
        <td>${tenantName(persona.homeTenantId)}</td>
        <td>${persona.about.en}</td>
      </tr>`,
  );
  return html`<div class="panel scroll">
    <table>
      <caption>
        Persona names are what
        <code>POST /_emulator/token</code>
        takes.
      </caption>
      <tr>
        <th scope="col">Persona</th>
        <th scope="col">Person</th>
        <th scope="col">Home tenant</th>
        <th scope="col">What to expect</th>
      </tr>
      ${rows}
    </table>
  </div>`;
}

/** The latest requests, newest first, without those to the emulator's own pages. */
export function requestTable({ context }: ControlCall): Markup {
  const latest = context.requests
    .filter((record) => record.service !== 'control')
    .slice(-shown)
    .toReversed();
  if (latest.length === 0) return html`<p class="panel">Nobody has asked anything yet.</p>`;
  const rows = latest.map(
    ({ n, at, method, url, status, persona, errorCode, fault }) =>
      html`<tr>
        <td>${n}</td>
        <td>${new Date(at).toISOString().slice(11, 23)}</td>
        <td class="long"><code>${method} ${url}</code></td>
        <td>${status === 0 ? 'no answer' : status} ${errorCode}</td>
        <td>${persona}</td>
        <td>${fault}</td>
      </tr>`,
  );
  return html`<div class="panel scroll">
    <table>
      <caption>
        The last ${latest.length}.
        <a href="/_emulator/">Refresh</a>
      </caption>
      <tr>
        <th scope="col">No.</th>
        <th scope="col">Time</th>
        <th scope="col">Request</th>
        <th scope="col">Answer</th>
        <th scope="col">Persona</th>
        <th scope="col">Fault</th>
      </tr>
      ${rows}
    </table>
  </div>`;
}
