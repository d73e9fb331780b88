import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { nginxServer } from '../../deploy/hosting/nginx.ts';
import { staticWebApp } from '../../deploy/hosting/staticWebApp.ts';
import { headerTable } from '../../deploy/hosting/table.ts';
import { root } from './process.ts';

const clouds = ['public', 'usgov', 'china'] as const;
const usage = `Usage: npm run hosting -- [--cloud public|usgov|china] [--graph] [--out FOLDER]

Writes what a host of the built site needs, made for one cloud:
  staticwebapp.config.json   for Azure Static Web Apps: put it into dist/
  nginx.conf                 a server block for nginx
  headers.md                 for any other host
--graph lets the app ask Microsoft Graph for the names of Owners (graph in config.json).`;

/** `npm run hosting`: the host files, from the one source of headers. */
export async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      cloud: { type: 'string', default: 'public' },
      graph: { type: 'boolean', default: false },
      out: { type: 'string', default: 'hosting' },
      help: { type: 'boolean', default: false },
    },
  });
  const cloud = clouds.find((one) => one === values.cloud);
  if (!cloud || values.help) {
    console.error(cloud ? usage : `There is no cloud "${values.cloud}".\n\n${usage}`);
    return values.help ? 0 : 1;
  }
  const site = { cloud, graph: values.graph };
  const folder = join(root, values.out);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'staticwebapp.config.json'), `${JSON.stringify(staticWebApp(site), null, 2)}\n`);
  await writeFile(join(folder, 'nginx.conf'), nginxServer(site));
  await writeFile(join(folder, 'headers.md'), headerTable(site));
  console.log(`For the ${cloud} cloud: ${values.out}/staticwebapp.config.json, nginx.conf and headers.md.`);
  return 0;
}
