import { html } from '../host/html.ts';
import type { Markup } from '../host/html.ts';
import { timingNames } from '../host/timing.ts';
import type { CatalogOffer } from '../model.ts';
import { worldNames } from '../worlds/worlds.ts';
import type { ControlCall } from './call.ts';
import { preparedFaults } from './preparedFaults.data.ts';
import { latestVersion } from './publish.ts';
import { switchNames, switchPositions } from './reset.ts';
import { timingName } from './state.ts';

/** Choose a world and what it is built with. */
export function worldPanel({ context: { world, timing } }: ControlCall): Markup {
  return html`<form class="panel" method="post" action="/_emulator/reset">
    <div class="row">
      ${choice('World', 'world', worldNames, world.name)} ${choice('Timing', 'timing', timingNames, timingName(timing))}
      <label>Seed <input name="seed" inputmode="numeric" size="8" placeholder="${world.seed}" /></label>
      <label>Page size <input name="pageSize" inputmode="numeric" size="6" placeholder="${world.pageSize}" /></label>
      <label>Azure’s clock ahead by (ms) <input name="skewMs" inputmode="numeric" size="10" placeholder="0" /></label>
    </div>
    <div class="row">
      ${switchNames.map((name) => choice(name, `switches.${name}`, switchPositions[name], world.switches[name]))}
      <button>Reset the world</button>
    </div>
  </form>`;
}

const steps: readonly (readonly [string, number])[] = [
  ['15 seconds', 15_000],
  ['1 minute', 60_000],
  ['15 minutes', 15 * 60_000],
  ['1 hour', 3_600_000],
  ['1 day', 86_400_000],
];

/** Move the world's time on. */
export function clockPanel(): Markup {
  return html`<form class="panel row" method="post" action="/_emulator/clock">
    ${steps.map(([label, ms]) => html`<button name="advanceMs" value="${ms}">Advance ${label}</button>`)}
  </form>`;
}

/** Put a new version of a plan on the marketplace. */
export function publishPanel({ context: { world } }: ControlCall): Markup {
  const plans = new Map(
    world.catalog.map(({ plan: { publisher, product, name } }) => [
      `${publisher}.${product}.${name}`,
      latestVersion(world.catalog, publisher, product, name),
    ]),
  );
  const offers = [...plans.values()].filter((offer) => offer !== undefined);
  if (offers.length === 0) return html`<p class="panel">This world has no offers.</p>`;
  return html`<div class="panel">${offers.map(publishForm)}</div>`;
}

function publishForm(offer: CatalogOffer): Markup {
  const { publisher, product, name, version } = offer.plan;
  const [major = 1, minor = 0] = version.split('.').map(Number);
  const eligible = JSON.stringify(offer.eligibleAuthorizations ?? [], null, 2);
  return html`<details>
    <summary>${offer.publisherDisplayName}: ${offer.offerDisplayName} (${name}), now ${version}</summary>
    <form method="post" action="/_emulator/publish">
      <input type="hidden" name="publisher" value="${publisher}" />
      <input type="hidden" name="product" value="${product}" />
      <input type="hidden" name="plan" value="${name}" />
      <label>Version <input name="version" value="${major}.${minor + 1}.0" size="12" /></label>
      <label>
        Standing authorizations (JSON)
        <textarea name="authorizations" spellcheck="false">${JSON.stringify(offer.authorizations, null, 2)}</textarea>
      </label>
      <label>
        Just-in-time authorizations (JSON)
        <textarea name="eligibleAuthorizations" spellcheck="false">${eligible}</textarea>
      </label>
      <button>Publish</button>
    </form>
  </details>`;
}

/** Make something go wrong, and see what does. */
export function faultPanel({ host }: ControlCall): Markup {
  const rules = host.book.list();
  const inForce = rules.map(
    ({ rule, matched, struck }) =>
      html`<li>${rule.name}: <code>${rule.route}</code>, asked ${matched} times, struck ${struck} times</li>`,
  );
  const clear = html`<form method="post" action="/_emulator/faults/clear"><button>Clear all faults</button></form>`;
  return html`<div class="panel">
    <form class="row" method="post" action="/_emulator/faults">
      <label>
        What goes wrong
        <select name="prepared">
          ${[...new Set(preparedFaults.map(({ family }) => family))].map(faultFamily)}
        </select>
      </label>
      <label>Only the nth request <input name="nth" inputmode="numeric" size="6" /></label>
      <label>At most so often <input name="times" inputmode="numeric" size="6" /></label>
      <label>Probability (0 to 1) <input name="probability" inputmode="decimal" size="6" /></label>
      <label>Seed <input name="seed" inputmode="numeric" size="6" /></label>
      <button>Make it happen</button>
    </form>
    ${
      rules.length === 0
        ? html`<p class="quiet">Nothing goes wrong at the moment.</p>`
        : [
            html`<ul>
              ${inForce}
            </ul>`,
            clear,
          ]
    }
  </div>`;
}

function faultFamily(family: string): Markup {
  const members = preparedFaults.filter((fault) => fault.family === family);
  return html`<optgroup label="${family}">
    ${members.map(({ name, title }) => html`<option value="${name}">${title}</option>`)}
  </optgroup>`;
}

function choice(label: string, name: string, values: readonly string[], chosen: string): Markup {
  const options = values.map((value) =>
    value === chosen ? html`<option selected>${value}</option>` : html`<option>${value}</option>`,
  );
  return html`<label
    >${label}
    <select name="${name}">
      ${options}
    </select></label
  >`;
}
