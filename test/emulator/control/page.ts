import { html } from '../host/html.ts';
import type { Markup } from '../host/html.ts';
import { pageResponse } from '../host/respond.ts';
import { approvalPanel } from './approvals.ts';
import type { ControlCall } from './call.ts';
import { clockPanel, faultPanel, publishPanel, worldPanel } from './panels.ts';
import { timingName } from './state.ts';
import { peopleTable, requestTable } from './tables.ts';

/** What the page says was just done. A closed list: the address bar never puts words into the page. */
const done: ReadonlyMap<string, string> = new Map([
  ['reset', 'The world was built anew.'],
  ['clock', 'The clock was moved on.'],
  ['publish', 'The new version is on the marketplace.'],
  ['approvals', 'The person who asked is told.'],
  ['faults', 'The fault is in force.'],
  ['clear', 'Nothing goes wrong any more.'],
]);

/**
 * The control page for a person: plain forms, no script.
 *
 * @param refused Why the form just sent could not be used.
 */
export function controlPage(call: ControlCall, refused?: string): Response {
  const { world, clock, timing } = call.context;
  const said = done.get(call.url.searchParams.get('done') ?? '');
  const body = html`<main>
    <h1>Azure emulator</h1>
    ${said === undefined ? undefined : html`<p class="said" role="status">${said}</p>`}
    ${refused === undefined ? undefined : html`<p class="alert" role="alert">${refused}</p>`}
    <p>
      World <strong>${world.name}</strong>, timing <strong>${timingName(timing)}</strong>, its time is
      <time datetime="${new Date(clock.now()).toISOString()}">${new Date(clock.now()).toUTCString()}</time>.
      ${world.subscriptions.size} subscriptions, ${world.definitions.size} registration definitions,
      ${world.assignments.size} registration assignments.
    </p>
    <p class="quiet">
      As JSON: <a href="/_emulator/state">state</a>, <a href="/_emulator/requests?service=arm">requests</a>,
      <a href="/_emulator/faults">faults</a>.
    </p>
    ${section('World', worldPanel(call))} ${section('Clock', clockPanel())} ${section('Approvals', approvalPanel(call))}
    ${section('Publish a new version of an offer', publishPanel(call))} ${section('Faults', faultPanel(call))}
    ${section('People', peopleTable(call))} ${section('Latest requests', requestTable(call))}
  </main>`;
  return pageResponse(refused === undefined ? 200 : 400, { language: 'en', title: 'Azure emulator', body });
}

function section(title: string, content: Markup): Markup {
  return html`<section>
    <h2>${title}</h2>
    ${content}
  </section>`;
}
