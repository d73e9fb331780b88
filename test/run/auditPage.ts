/** One page in one of its states, as it was seen. */
export interface Seen {
  readonly name: string;
  /** The picture. */
  readonly file: string;
  readonly language: string;
  readonly dark: boolean;
  readonly width: number;
  /** What is wrong there; empty where nothing is. */
  readonly faults: readonly string[];
}

/** Lighthouse's score of one category, from 0 to 100. */
export interface Score {
  readonly title: string;
  readonly score: number;
  /** The least that will do. */
  readonly goal: number;
}

/** One line per page and state: how often it was seen, and what was found. */
export function linesOf(seen: readonly Seen[]): readonly string[] {
  return [...grouped(seen)].map(([name, all]) => {
    const faults = all.flatMap((one) => one.faults);
    const verdict = faults.length === 0 ? 'ok' : `${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}`;
    return `${name.padEnd(26)} ${String(all.length).padStart(2)} pictures  ${verdict}`;
  });
}

/** A page that shows all pictures, those of one page and state beside each other. */
export function pageOf(seen: readonly Seen[], scores: readonly Score[]): string {
  const sections = [...grouped(seen)].map(([name, all]) => {
    const faults = all.flatMap(({ file, faults: found }) => found.map((fault) => `<li>${safe(file)}: ${safe(fault)}`));
    const pictures = all.map(
      ({ file, language, dark, width }) =>
        `<a href="${safe(file)}"><img loading="lazy" src="${safe(file)}" alt="${safe(`${name}, ${language}, ${dark ? 'dark' : 'light'}, ${width} pixels`)}"></a>`,
    );
    return `<h2>${safe(name)}</h2>${faults.length > 0 ? `<ul>${faults.join('')}</ul>` : ''}<div>${pictures.join('')}</div>`;
  });
  const measured = scores.map(({ title, score, goal }) => `<li>${safe(title)}: ${score} (goal: ${goal})`).join('');
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Audit</title>
<style>body{font:14px system-ui;margin:24px}div{display:flex;gap:8px;overflow:auto}img{height:360px;border:1px solid #ccc}li{color:#a00}</style>
<h1>Audit</h1><ul>${measured}</ul>${sections.join('\n')}</html>\n`;
}

function grouped(seen: readonly Seen[]): ReadonlyMap<string, readonly Seen[]> {
  const groups = new Map<string, Seen[]>();
  for (const one of seen) groups.set(one.name, [...(groups.get(one.name) ?? []), one]);
  return groups;
}

function safe(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
