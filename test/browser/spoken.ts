import type { Page } from 'playwright-core';

/** Something in the accessibility tree: what assistive technology is told about a part of the page. */
export interface Told {
  readonly role: string;
  readonly name: string;
  /** The text within. */
  readonly text: string;
  /** How its changes are read out: `polite`, `assertive`; empty where they are not. */
  readonly live: string;
}

/**
 * What assistive technology is told of every part with one of these roles, as Chromium's accessibility tree has it.
 * https://chromedevtools.github.io/devtools-protocol/tot/Accessibility/
 */
export async function told(page: Page, ...roles: readonly string[]): Promise<readonly Told[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const textOf = (id: string): string => {
    const node = byId.get(id);
    if (!node) return '';
    if (node.role?.value === 'StaticText') return String(node.name?.value ?? '');
    return (node.childIds ?? []).map(textOf).join('');
  };
  return nodes
    .filter(({ role, ignored }) => !ignored && roles.includes(String(role?.value)))
    .map((node) => ({
      role: String(node.role?.value),
      name: String(node.name?.value ?? ''),
      text: textOf(node.nodeId),
      live: String(node.properties?.find(({ name }) => name === 'live')?.value.value ?? ''),
    }));
}
