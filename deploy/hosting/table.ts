import type { Site } from '../headers.ts';
import { kindsOf, type Headers } from './kinds.ts';

/** For any other host: what it has to answer, as a page a person can follow line by line. */
export function headerTable(site: Site): string {
  const { bridge, config, assets, rest } = kindsOf(site);
  return `# What the host of Lighthouse Onboarding has to answer

Made by \`npm run hosting\` for this cloud: make it anew after an upgrade.

1. Serve the files of \`dist/\` over https, with the headers below. Nothing else may add a Content-Security-Policy.
2. Answer every address without a file ending (\`/offers\`, \`/runs/…\`) with \`/index.html\` and status 200.
3. Answer a missing file (\`/assets/…\`, anything with an ending) with 404, never with \`/index.html\`.
4. Do not redirect \`/redirect.html\`, not even to an address without \`.html\`.
5. Compress text (brotli, else gzip).
6. Keep the files of \`/assets/\` of the version before for a few days: pages that are open still ask for them.

${section('/redirect.html', bridge)}
${section('/config.json', config)}
${section('/assets/*', assets)}
${section('everything else', rest)}`;
}

function section(title: string, headers: Headers): string {
  const rows = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return `## ${title}\n\n\`\`\`text\n${rows.join('\n')}\n\`\`\`\n`;
}
