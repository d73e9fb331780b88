import type { Feature, Proof } from '../flows/portalParity.ts';

/** The document about the portal's page, in Markdown. */
export function parityTable(features: readonly Feature[]): string {
  const proof = ({ file, name }: Proof) => `[${name}](../${file})`;
  const rows = features.map(
    ({ portal, ours, shownBy }) => `| ${portal} | ${ours} | ${shownBy.map(proof).join('<br>')} |`,
  );
  return [
    '# Beside the portal’s page',
    'What the page “Service providers” of the Azure portal lets a customer do, what this app has for it, and the story that shows it: each is a test over the whole app, and a test checks that it is there. The table is made from `test/flows/portalParity.ts`.',
    ['| in the portal | here | shown by |', '| --- | --- | --- |', ...rows].join('\n'),
    'What the portal does not have at all: registration in bulk, many scopes in one run that survives a closed tab, receipts, coverage, the same change as code.',
    '',
  ].join('\n\n');
}
