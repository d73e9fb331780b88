import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Language, Parser, type Node } from '@vscode/tree-sitter-wasm';

const packages = createRequire(import.meta.url);

/** The lines that a grammar does not take, by row and what stands there; none where the whole text is of the language. */
export async function notUnderstood(language: 'bash' | 'powershell', text: string): Promise<readonly string[]> {
  await Parser.init();
  const grammar = packages.resolve(`@vscode/tree-sitter-wasm/wasm/tree-sitter-${language}.wasm`);
  const parser = new Parser().setLanguage(await Language.load(await readFile(grammar)));
  const tree = parser.parse(text);
  if (!tree) throw new Error('Nothing was parsed.');
  return faults(tree.rootNode);
}

function faults(node: Node): readonly string[] {
  if (node.isError || node.isMissing) return [`${node.startPosition.row + 1}: ${node.text.slice(0, 80)}`];
  return node.hasError ? node.children.flatMap((child) => (child ? faults(child) : [])) : [];
}
