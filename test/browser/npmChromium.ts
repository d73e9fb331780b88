import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { npm } from '../run/npm.mjs';
import { root, run } from '../run/process.ts';
import type { Candidate } from './routes.ts';

/** The newest one that runs on every Node.js that we support. https://github.com/Sparticuz/chromium */
const version = '147.0.0';
const folder = join(root, '.cache', `chromium-${version}`);
const program = join(folder, 'chromium');

/**
 * A Chromium that travels in an npm package, for Linux on x64. It is not among the project's packages, because it weighs
 * 67 MB and few need it: it is fetched here, when nothing else was found, into the project's own cache.
 */
export async function npmChromium(say: (sentence: string) => void): Promise<readonly Candidate[]> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return [];
  if (!existsSync(program)) {
    say('Fetching a Chromium from npm (67 MB).');
    await fetchWhole();
  }
  // It brings what a bare system lacks: libraries (NSS among them) and a font.
  const env = {
    ...process.env,
    LD_LIBRARY_PATH: [join(folder, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':'),
    FONTCONFIG_FILE: join(folder, 'fonts.conf'),
  };
  return [{ from: `@sparticuz/chromium ${version}`, options: { executablePath: program, env } }];
}

/** The system's fonts where it has any, and the package's own. https://fontconfig.pages.freedesktop.org/fontconfig/fontconfig-user.html */
const fontsConfig = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;

/** In a folder of its own name until it is whole: an interrupted one is never taken for a browser. */
async function fetchWhole(): Promise<void> {
  const part = `${folder}.part`;
  await rm(part, { recursive: true, force: true });
  await mkdir(part, { recursive: true });
  const how = ['--no-save', '--no-package-lock', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'];
  const code = await npm(['install', '--prefix', part, ...how, `@sparticuz/chromium@${version}`], { output: 'ignore' });
  if (code !== 0) throw new Error(`npm could not fetch @sparticuz/chromium (it ended with ${code})`);
  await unpack(part);
  await writeFile(join(part, 'fonts.conf'), fontsConfig);
  await rename(part, folder);
}

/** The package unpacks itself into the folder for temporary files, and its libraries only where it believes to need them. */
async function unpack(part: string): Promise<void> {
  const script = join(part, 'unpack.mjs');
  await writeFile(script, "import chromium from '@sparticuz/chromium';\nawait chromium.executablePath();\n");
  const surroundings = { TMPDIR: part, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' };
  const { code, output } = await run(process.execPath, [script], surroundings);
  if (code !== 0) throw new Error(output);
}
